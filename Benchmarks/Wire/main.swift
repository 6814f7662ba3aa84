// Queries a second of adversaries in other languages, on the hop to ideal signatures, both worlds in lockstep, with the referee's
// counts and the budgets on: from plain CPython and from C, with 64 lanes and with one query a line; and the harness's own share
// of a query, beside the same strategy in Swift.
import Adversaries
import AdversaryBridge
import ChildProcesses
import Coins
import Forms
import Foundation
import GameKit
import Games
import Primitives
import Referee

Confinement.beginIfAsked()

typealias Query = SignatureQuery<CalibratedSignature>
typealias Answer = SignatureAnswer<CalibratedSignature>

let scheme = CalibratedSignature(signatureBits: 20, keyBits: 64)
let tries = 30
/// One key, one signature, and the guesses.
let queriesPerTrial = UInt64(tries + 2)
let budget = Budget<Query.Kind> { [.keygen: 1, .sign: 1, .verify: tries][$0] ?? 0 }
let (queries, answers) = (SignatureQuery<CalibratedSignature>.form, SignatureAnswer<CalibratedSignature>.form)

func experiment<A: Adversary<Query, Answer>>(_ adversary: A) -> AnyExperiment {
  AnyExperiment(DistinguishingExperiment(SignatureIdealization(scheme: scheme), adversary: adversary, budget: budget))
}

func hello(lanes: Int) -> Document {
  [
    "hello": [
      "protocol": [1, 1], "game": "signature-idealization", "suite": "calibrated",
      "parameters": ["tries": .number("\(tries)"), "signatureBits": 20], "budgets": [:], "lanes": .number("\(lanes)"),
      "queries": queries.schema, "answers": answers.schema,
    ]
  ]
}

/// In one of 256 trials the right world is played by itself, too.
func played(_ trials: UInt64) -> UInt64 { trials * queriesPerTrial + (trials + 255) / 256 * queriesPerTrial }

func cost(_ command: String, lanes: Int, trials: UInt64) throws -> Cost {
  var program = Program(try Command(command))
  program.lanes = lanes
  let player = ProcessOutsider(program) { print("  \($0)") }.player(hello(lanes: lanes), queries, answers) { experiment($0) }
  // It is started, and has been told the first line, before anything is measured.
  _ = player.run(0..<UInt64(lanes), CoinSource(seed: 1), .leftFirst) { _ in false }
  return Cost(queries: played(trials)) {
    let pieces = player.run(0..<trials, CoinSource(seed: 2), .leftFirst) { _ in false }
    let forfeits = pieces.reduce(0) { $0 + $1.tally.forfeits }
    precondition(forfeits == 0, "the adversary forfeits: \(pieces.firstNonNil { $0.tally.firstForfeit }?.description ?? "")")
  }
}

extension Sequence {
  func firstNonNil<T>(_ transform: (Element) -> T?) -> T? {
    for element in self { if let found = transform(element) { return found } }
    return nil
  }
}

let external = URL(filePath: #filePath).appending(path: "../../../Adversaries/External").standardizedFileURL.path
let compiled = FileManager.default.temporaryDirectory.appending(path: "wire-benchmark-\(getpid())").path
let compiler = Process()
compiler.executableURL = URL(filePath: "/usr/bin/cc")
compiler.arguments = ["-O2", "-o", compiled, "\(external)/c/guess.c"]
try compiler.run()
compiler.waitUntilExit()
defer { try? FileManager.default.removeItem(atPath: compiled) }

let swift = experiment(Guess(scheme: scheme, tries: tries))
let native = Cost(queries: played(200_000)) { _ = swift.run(0..<200_000, source: CoinSource(seed: 2)) }
func text(_ value: Double, _ digits: Int = 3) -> String { String(format: "%.\(digits)f", value) }
func grouped(_ value: Double) -> String {
  value.formatted(.number.precision(.fractionLength(0)).locale(Locale(identifier: "en_US")))
}
print("Swift: \(text(native.microsecondsPerQuery)) µs of processor time a query")

let rows: [(name: String, command: String, goal: Double, trials: UInt64)] = [
  ("CPython", "python3 \(external)/python/guess.py", 1.5e5, 20_000), ("C", compiled, 1e6, 100_000),
]
for (name, command, goal, trials) in rows {
  let single = try cost(command, lanes: 1, trials: trials / 40)
  let many = try cost(command, lanes: 64, trials: trials)
  print(
    "\(name), 64 lanes: \(grouped(many.queriesPerSecond)) queries a second (goal \(grouped(goal))), "
      + "\(text(many.queriesPerSecond / single.queriesPerSecond, 1)) times one query a line (\(grouped(single.queriesPerSecond)))"
  )
  print(
    "  the harness's share: \(text(many.microsecondsPerQuery - native.microsecondsPerQuery)) µs a query (goal 0.3), the whole "
      + "\(text(many.microsecondsPerQuery / native.microsecondsPerQuery, 1)) times the same in Swift; with one query a line "
      + "\(text(single.microsecondsPerQuery)) µs")
}
