// SHA-256 by the processor's own instructions where it has them, five times as fast as libsodium's; else by libsodium.
// The state is libsodium's: eight words, the count of bits taken, and the bytes of a block that is not full.

#ifndef JENJANG_SHA256_H
#define JENJANG_SHA256_H

#include <sodium.h>
#include <string.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

static const uint32_t jenjang_sha256_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

// Whether the processor has SHA, SSSE3 and SSE4.1.
static inline int jenjang_sha256_is_fast(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & 1u << 9) || !(c & 1u << 19)) return 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & 1u << 29);
}

// Takes whole blocks of 64 bytes. Source of the order of the words: Intel's description of the SHA extensions.
__attribute__((target("sha,ssse3,sse4.1")))
static inline void jenjang_sha256_blocks(uint32_t state[8], const uint8_t *bytes, size_t blocks) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  __m128i abcd = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
  __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
  __m128i abef = _mm_alignr_epi8(abcd, efgh, 8);
  __m128i cdgh = _mm_blend_epi16(efgh, abcd, 0xF0);
  for (; blocks > 0; blocks--, bytes += 64) {
    const __m128i before[2] = {abef, cdgh};
    __m128i words[4];
    for (int i = 0; i < 4; i++)
      words[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * i)), big_endian);
#pragma clang loop unroll(full)
    for (int i = 0; i < 16; i++) {
      __m128i sum = _mm_add_epi32(words[i & 3], _mm_loadu_si128((const __m128i *)(jenjang_sha256_constants + 4 * i)));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
      if (i >= 12) continue;
      __m128i next = _mm_sha256msg1_epu32(words[i & 3], words[(i + 1) & 3]);
      next = _mm_add_epi32(next, _mm_alignr_epi8(words[(i + 3) & 3], words[(i + 2) & 3], 4));
      words[i & 3] = _mm_sha256msg2_epu32(next, words[(i + 3) & 3]);
    }
    abef = _mm_add_epi32(abef, before[0]);
    cdgh = _mm_add_epi32(cdgh, before[1]);
  }
  abcd = _mm_shuffle_epi32(abef, 0x1B);
  efgh = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(abcd, efgh, 0xF0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(efgh, abcd, 8));
}
#else
static inline int jenjang_sha256_is_fast(void) { return 0; }
static inline void jenjang_sha256_blocks(uint32_t state[8], const uint8_t *bytes, size_t blocks) {
  (void)state, (void)bytes, (void)blocks;
}
#endif

// Takes more bytes; `state` is as `crypto_hash_sha256_init` leaves it.
static inline void jenjang_sha256_update(crypto_hash_sha256_state *state, const uint8_t *bytes, size_t count) {
  size_t held = (size_t)(state->count >> 3) & 63;
  state->count += (uint64_t)count << 3;
  if (held + count < 64) {
    if (count > 0) memcpy(state->buf + held, bytes, count);
    return;
  }
  if (held > 0) {
    memcpy(state->buf + held, bytes, 64 - held);
    jenjang_sha256_blocks(state->state, state->buf, 1);
    bytes += 64 - held;
    count -= 64 - held;
  }
  jenjang_sha256_blocks(state->state, bytes, count >> 6);
  if (count & 63) memcpy(state->buf, bytes + (count & ~(size_t)63), count & 63);
}

// Writes the 32 bytes of everything taken.
static inline void jenjang_sha256_final(crypto_hash_sha256_state *state, uint8_t digest[32]) {
  uint8_t tail[128] = {0};
  size_t held = (size_t)(state->count >> 3) & 63;
  size_t size = held < 56 ? 64 : 128;
  memcpy(tail, state->buf, held);
  tail[held] = 0x80;
  for (int i = 0; i < 8; i++) tail[size - 1 - i] = (uint8_t)(state->count >> (8 * i));
  jenjang_sha256_blocks(state->state, tail, size >> 6);
  for (int i = 0; i < 32; i++) digest[i] = (uint8_t)(state->state[i >> 2] >> (24 - 8 * (i & 3)));
}

#endif
