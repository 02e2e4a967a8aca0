// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Where changes are judged, a warning fails the build; elsewhere a newer compiler must not stop anyone.
let judged: [SwiftSetting] = Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]
/// The cores of this machine, for the compiler.
let cores = ProcessInfo.processInfo.activeProcessorCount
/// A debug build spends its time on our code alone: the compiler does not check what it made itself (the verifier of
/// its intermediate code takes a fifth), leaves out two passes that no diagnosis of ours needs (a tenth), and reads what
/// a target declares once for each core.
///
/// One job more than cores: when the first two start at the same moment, the driver may take the end of one for that
/// of the other, and would leave a core idle for so long.
let quickly: [SwiftSetting] = [
  .unsafeFlags(
    [
      "-Xfrontend", "-disable-llvm-verify", "-driver-batch-count", "\(cores)", "-j\(cores + 1)",
      "-Xllvm", "-sil-disable-pass=mandatory-redundant-load-elimination",
      "-Xllvm", "-sil-disable-pass=preserve-always-emit-conformance-metadata",
    ],
    .when(configuration: .debug))
]
/// Every target: existential types are marked, members need their own import.
let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + judged + quickly
/// A small target through which every byte of a store goes: tests spend their time elsewhere when it is optimised too.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]
/// Targets that belong to the one interface thread.
let onMain: [SwiftSetting] = strict + [.defaultIsolation(MainActor.self)]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
/// What `prove` is made of.
let proveUses: [Target.Dependency] = [
  "jenjang", "JenjangDomain", "JenjangStore", "JSONText", "Processes", argumentParser,
]
/// What `simulate` and the tests of simulated disks share is made of.
let proofsUse: [Target.Dependency] = ["JenjangDomain", "JenjangStore", "JSONText", "TerminalKit"]
/// The programs that try the store at length: made where changes are judged, and for who asks with `PROOFS=1`.
///
/// To everyone else they would be a tenth of a build, so only what the tests use of them is made then, and only for
/// the tests.
let proofs: [Target] =
  if judged.isEmpty && Context.environment["PROOFS"] == nil {
    [
      .testTarget(
        name: "prove", dependencies: proveUses, path: "Tests/Prove", exclude: ["Prove.swift"], swiftSettings: strict),
      .testTarget(name: "Proofs", dependencies: proofsUse, path: "Tests/Proofs", swiftSettings: strict),
    ]
  } else {
    [
      .executableTarget(name: "prove", dependencies: proveUses, path: "Tests/Prove", swiftSettings: strict),
      .target(name: "Proofs", dependencies: proofsUse, path: "Tests/Proofs", swiftSettings: strict),
      .executableTarget(
        name: "simulate", dependencies: ["Proofs", argumentParser], path: "Tests/Simulate", swiftSettings: strict),
    ]
  }

let package = Package(
  name: "Jenjang",
  products: [
    .executable(name: "jenjang", targets: ["jenjang"]),
    .library(name: "JenjangDomain", targets: ["JenjangDomain"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(
      name: "CTerminal",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),
    .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
    .target(name: "Processes", swiftSettings: strict),
    .target(name: "CThemes"),
    .target(name: "JSONText", swiftSettings: strict + optimised),
    .target(name: "TerminalKit", dependencies: ["CTerminal", "CThemes", "JSONText"], swiftSettings: strict),
    .target(name: "JenjangDomain", dependencies: ["JSONText"], swiftSettings: strict),
    .target(name: "JenjangStore", dependencies: ["JenjangDomain", "JSONText", "CSodium"], swiftSettings: strict),
    .target(
      name: "JenjangApp",
      dependencies: ["JenjangDomain", "JenjangStore", "JSONText", "TerminalKit"],
      swiftSettings: onMain
    ),
    .executableTarget(
      name: "jenjang",
      dependencies: [
        "JenjangApp", "JenjangDomain", "JenjangStore", "JSONText", "Processes", "TerminalKit",
        argumentParser,
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TestSupport",
      dependencies: ["JenjangApp", "JenjangDomain", "JenjangStore", "JSONText", "TerminalKit"],
      path: "Tests/TestSupport",
      swiftSettings: onMain
    ),
    .testTarget(name: "JSONTextTests", dependencies: ["JSONText", "JenjangDomain", "Proofs"], swiftSettings: strict),
    .testTarget(
      name: "TerminalKitTests", dependencies: ["TerminalKit", "CTerminal", "JSONText", "JenjangDomain", "Proofs"],
      swiftSettings: strict),
    .testTarget(name: "JenjangDomainTests", dependencies: ["JenjangDomain", "JSONText"], swiftSettings: strict),
    .testTarget(
      name: "JenjangStoreTests", dependencies: ["JenjangStore", "JenjangDomain", "JSONText", "Proofs"],
      exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "JenjangAppTests", dependencies: ["JenjangApp", "Proofs", "TestSupport", "jenjang"], exclude: ["Golden"],
      swiftSettings: onMain),
    .testTarget(
      name: "ProcessTests",
      dependencies: ["JSONText", "JenjangDomain", "JenjangStore", "Processes", "jenjang", "prove"],
      swiftSettings: strict),
    .testTarget(
      name: "RepositoryTests", dependencies: ["JenjangApp", "JenjangDomain", "JSONText", "TerminalKit", "jenjang"],
      swiftSettings: onMain),
  ] + proofs,
  swiftLanguageModes: [.v6]
)
