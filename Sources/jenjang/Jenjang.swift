import ArgumentParser

@main
struct Jenjang: ParsableCommand {}
