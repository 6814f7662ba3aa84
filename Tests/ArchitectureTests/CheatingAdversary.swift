/// An adversary that does not play by the oracle: one cheat for each rule, each beside a line that differs from it in one thing
/// and is none.
enum CheatingAdversary {
  struct Line: Sendable {
    let word: String
    let cheat: String
    let honest: String

    init(_ word: String, _ cheat: String, honest: String) { (self.word, self.cheat, self.honest) = (word, cheat, honest) }
  }

  static let path = "Adversaries/Signatures/Cheat.swift"

  static let lines = [
    Line("CoinSource", "let seeds = CoinSource(seed: 1)", honest: "let seeds = CoinFlips(seed: 1)"),
    Line("Philox…", "let word = Philox.block(counter: .zero, key: key).x", honest: "let word = coins.bits(64, for: \"guess\")"),
    Line("ChaCha20…", "let word = ChaCha20.block(key: key, input: x)", honest: "let word = ChaCha.block(key: key, input: x)"),
    Line("CoinSecret", "let secret = CoinSecret.drawn()", honest: "let secret = coins.bytes(32, for: \"secret\")"),
    Line("Mirror", "for child in Mirror(reflecting: oracle).children {}", honest: "for child in Mirrors(of: keys) {}"),
    Line("type(of:", "let world = type(of: oracle)", honest: "let world = guess(of: oracle)"),
    Line("as?", "var game = oracle as? SingleOracle<SignatureForgery<S>>", honest: "var game = oracle"),
    Line("as!", "var game = oracle as! SingleOracle<SignatureForgery<S>>", honest: "var gas = !oracle.isOut"),
    Line(" as ", "if case let game as SingleOracle<SignatureForgery<S>> = oracle {}", honest: "if case let game? = optional {}"),
    Line("String(describing:", "let text = String(describing: oracle)", honest: "let text = String(key)"),
    Line("String(reflecting:", "let t = String(reflecting: oracle)", honest: "let t = String(decoding: key, as: UTF8.self)"),
    Line("dump(", "dump(oracle)", honest: "undump(key)"),
    Line("@_…", "@_spi(Harness) import GameKit", honest: "@inlinable"),
    Line("@testable", "@testable import Coins", honest: "public import Coins"),
    Line("…Unsafe…", "let words: UnsafeRawBufferPointer", honest: "let words: [UInt8]"),
    Line("…unsafe…", "let words = unsafeBitCast(coins, to: Words.self)", honest: "let words = coins.bits(64, for: \"words\")"),
    Line("…Unsafe…", "withUnsafeBytes(of: coins) { $0[0] }", honest: "withBytes(of: key) { $0[0] }"),
    Line("Unmanaged", "Unmanaged.passUnretained(tape)", honest: "UnmanagedKeys.pass(key)"),
    Line("dlsym", "let seed = dlsym(nil, \"seed\")", honest: "let seed = coins.bits(8, for: \"seed\")"),
    Line("dlopen", "dlopen(nil, 0)", honest: "open(part, 0)"),
    Line("CommandLine…", "let seed = CommandLine.arguments[3]", honest: "let seed = arguments[3]"),
    Line("ProcessInfo", "let seed = ProcessInfo.processInfo.arguments[3]", honest: "let seed = preProcessInfo.arguments[3]"),
    Line("Process(", "try Process().run()", honest: "preProcess()"),
    Line(
      "FileHandle", "FileHandle(forReadingAtPath: \"/proc/self/cmdline\")",
      honest: "FileName(forReadingAtPath: \"/proc/self/cmdline\")"),
    Line("…getenv", "getenv(\"SEED\")", honest: "getenvelope(seed)"),
    Line("…environ", "let seed = __environ[0]", honest: "let seed = environment[0]"),
  ]
}
