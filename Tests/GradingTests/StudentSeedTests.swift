@_spi(Harness) import Coins
import Grading
import Scenarios
import Testing

/// A student knows protocol, client, assignment and name, and sees the seed of each trial that crosses the wire.
@Suite struct StudentSeedTests {
  private let secret = Array("3f0c6d6e8a6b4e1d9d5a1b7c2e4f6a80".utf8)

  private func name(_ text: String) throws -> StudentName { try StudentName(text) }

  private func source(_ student: String, _ assignment: String = "find-collision", _ attempt: Int = 1) throws -> CoinSource {
    try StudentSeed(secret: secret, file: "secret").source(for: name(student), in: assignment, attempt: attempt)
  }

  /// What the challenger draws first in a trial.
  private func challenge(_ source: CoinSource, _ trial: UInt64 = 0) -> UInt64 {
    source.coins(trial: trial, role: .environment).bits(64, for: Label("key"))
  }

  /// Every source that the student can think of, and what it predicts for the challenger if it explains the seed that was seen.
  private func computed(from seen: SIMD2<UInt64>, _ student: String, _ assignment: String) throws -> UInt64? {
    let words = [seen.x, seen.y]
    let bytes = words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
    let texts = ["", student, assignment, "\(assignment) \(student)", "\(student) \(assignment)", "gamekeeper", "secret"]
    let keys = texts.map { Array($0.utf8) } + [bytes, bytes.reversed(), bytes + bytes, Array(repeating: 0, count: 32)]
    var sources = try keys.flatMap { key in
      try (0...3).map { StudentSeed.source(key, try name(student), assignment, $0) }
    }
    let seeds = Array(0...300) + words + words.map(\.byteSwapped) + [seen.x ^ seen.y, seen.x &+ seen.y]
    sources += seeds.flatMap { seed in Generator.allCases.map { CoinSource(seed: seed, generator: $0) } }
    let hex = words.map { word in String(repeating: "0", count: 16 - String(word, radix: 16).count) + String(word, radix: 16) }
    let digits = [hex[0] + hex[1] + hex[0] + hex[1], hex[1] + hex[0] + hex[1] + hex[0], String(repeating: "0", count: 64)]
    sources += digits.compactMap(CoinSecret.init).map { CoinSource(seed: 1, secret: $0) }
    return sources.first { $0.coins(trial: 0, role: .adversary).seed == seen }.map { challenge($0) }
  }

  @Test func whatCrossesTheWireTellsNothingOfTheChallengersCoins() throws {
    let source = try source("Ada")
    let seen = source.coins(trial: 0, role: .adversary).seed
    #expect(try computed(from: seen, "Ada", "find-collision") == nil)
    #expect(seen != source.coins(trial: 0, role: .environment).seed && seen != source.coins(trial: 1, role: .adversary).seed)
  }

  /// The same attack finds out coins that are derived from the name alone.
  @Test func coinsOfTheNameAloneAreComputed() throws {
    let planted = StudentSeed.source([], try name("Ada"), "find-collision", 1)
    let seen = planted.coins(trial: 0, role: .adversary).seed
    #expect(try computed(from: seen, "Ada", "find-collision") == challenge(planted))
  }

  @Test func everythingThatIsNamedMatters() throws {
    let sources = [
      try source("Ada"), try source("Bob"), try source("Ada", "search-key"), try source("Ada", "find-collision", 2),
      try StudentSeed(secret: secret + [1], file: "secret").source(for: name("Ada"), in: "find-collision", attempt: 1),
    ]
    #expect(Set(sources.map { challenge($0) }).count == sources.count)
    #expect(try source("Ada") == source("Ada"), "a grade can be given again")
    #expect(try source("Zo\u{EB}") == source("Zoe\u{308}"), "a name is one, however its accents were typed")
    #expect(try source("b", "a1:") != source("1:b", "a"), "no two lists of parts are one text")
  }

  @Test func aSecretThatCanBeGuessedIsRefused() throws {
    #expect(throws: InputError.self) { try StudentSeed(secret: Array(secret.prefix(15)), file: "s") }
    #expect(throws: InputError.self) { try StudentSeed(secret: Array(secret.prefix(15)) + [10, 13, 10], file: "s") }
    #expect(throws: Never.self) { try StudentSeed(secret: Array(secret.prefix(16)), file: "s") }
    let ended = try StudentSeed(secret: secret + [10], file: "s").source(for: name("Ada"), in: "find-collision", attempt: 1)
    #expect(try ended == source("Ada"), "an editor's line end does not count")
  }

  @Test(arguments: [
    ("", StudentName.Fault.empty), ("a/b", .path), ("..", .path), (".ada", .path), ("a\\b", .path), ("a\nb", .unseen),
    ("a\u{1B}[2J", .unseen), ("a\0", .unseen), ("a\u{202E}b", .unseen), (" Ada", .blank), ("Ada ", .blank),
    (String(repeating: "a", count: 201), .tooLong),
  ])
  func whatIsNoNameIsRefused(_ text: String, _ fault: StudentName.Fault) {
    #expect(throws: fault) { try StudentName(text) }
  }

  @Test(arguments: ["Ada", "Ada Lovelace", "D'Arcy-Wentworth", "s1234567", "Łukasz", "王芳", "a@b.example"])
  func namesOfPeopleAreNames(_ text: String) {
    #expect(throws: Never.self) { try StudentName(text) }
  }
}
