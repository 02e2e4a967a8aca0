#include <sodium.h>
#include "sha256.h"
#include "exchange.h"
#include "writeback.h"
