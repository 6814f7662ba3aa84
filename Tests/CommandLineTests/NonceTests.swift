import Foundation
import FoundationXML
import Testing

/// `describe nonces`: the lecture's numbers, what rotation and derived keys change, and bad input.
@Suite struct NonceTests {
  private func described(_ options: String...) throws -> [String: Value] {
    try Gamekeeper.run(["describe", "nonces", "--format", "json"] + options).json()
  }

  private func list(_ value: Value?) throws -> [Value] {
    guard case .list(let rows)? = value else { throw Missing() }
    return rows
  }

  private struct Missing: Error {}

  private func number(_ value: Value?, _ key: String) throws -> Double { try #require(value?[key]?.number, "\(key)") }

  /// 2^32 uses at 2^−33; 136 uses a second over a year; 2^40 keys with 2^50 uses each.
  @Test func theLecturesNumbersAreThere() throws {
    let record = try described()
    let limit = try #require(try list(record["limits"]).first)
    #expect(try number(limit, "log2Uses") == 32 && number(limit, "log2Chance") == -33)
    #expect(try number(limit, "usesPerSecondOfYear").rounded(.down) == 136)
    #expect(try abs(number(limit, "reachedAfterSeconds") / 86_400 - 365.5) < 0.1)
    let lecture = try list(record["lecture"])
    #expect(lecture.map { $0["bits"]?.number } == [128, 224] && lecture.map { $0["keys"]?.number } == [0x1p40, 0x1p40])
    #expect(try abs(number(lecture[0], "log2Chance") + 29) < 1e-6, "a context repeats, which is not bad")
    #expect(try abs(number(lecture[1], "log2Chance") + 125) < 1e-6 && abs(number(lecture[1], "log2ChanceOfAny") + 85) < 1e-6)
    let text = try Gamekeeper.run("describe", "nonces").output
    for words in ["2^32 uses of one key", "2^−33", "136.2 uses a second reach it in a year", "2^40 keys with 2^50 uses each"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  /// The three slopes, each said to be bad or not: q²/2^97, q²/2^129, q²/2^225.
  @Test func theSlopesAreThoseOfTheirBits() throws {
    let record = try described()
    let slopes = try list(record["slopes"])
    #expect(slopes.map { $0["bits"]?.number } == [96, 128, 224])
    for (slope, exponent) in zip(slopes, [97.0, 129, 225]) {
      for point in try list(slope["points"]).dropFirst(15) where try number(point, "log2Uses") < 40 {
        let (uses, chance) = (try number(point, "log2Uses"), try number(point, "log2Chance"))
        #expect(abs(chance - (2 * uses - exponent)) < 1e-3, "\(uses)")
      }
    }
    let year = try list(record["rows"]).prefix(3)
    #expect(year.map { $0["isBad"] } == [.truth(true), .truth(false), .truth(true)])
  }

  /// Daily rotation divides the uses of a key by 365, the chance of one key by its square, and that of a year by it.
  @Test func rotationIsAsManyTimesLessLikely() throws {
    let rows = try list(described("--rotation", "1d", "--uses-per-second", "1000", "--keys", "7")["rows"])
    #expect(rows.count == 6)
    let (year, day) = (rows[0], rows[3])
    #expect(try number(year, "usesOfKey") == 365 * number(day, "usesOfKey") && number(day, "keys") == 7 * 365)
    #expect(try abs(number(year, "log2Chance") - number(day, "log2Chance") - 2 * log2(365)) < 1e-6)
    #expect(try abs(number(year, "log2ChanceOfAny") - number(day, "log2ChanceOfAny") - log2(365)) < 1e-6)
  }

  @Test func itIsAPicture() throws {
    let picture = try Gamekeeper.run("describe", "nonces", "--format", "svg")
    #expect(picture.status == 0 && XMLParser(data: Data(picture.output.utf8)).parse())
    for words in ["nonce: q²/2^97", "context: q²/2^129", "context and nonce: q²/2^225", "2^32 uses: 2^−33"] {
      #expect(picture.output.contains(words), "\(words)")
    }
    let other = try Gamekeeper.run("describe", "kms", "--format", "svg")
    #expect(other.status == 64 && other.error.contains("`kms` is no picture"))
  }

  @Test(arguments: [
    (["--uses-per-second", "0"], "`--uses-per-second` is 0.0; it should be above 0, and 1e9 at most"),
    (["--uses-per-second", "nan"], "`--uses-per-second` is nan"), (["--uses-per-second", "-3"], "`--uses-per-second` is -3.0"),
    (["--uses-per-second", "2e9"], "`--uses-per-second` is 2000000000.0"),
    (["--keys", "0"], "`--keys` is 0; it should be 1 … 2^50"), (["--keys", "-1"], "`--keys` is -1"),
    (["--rotation", "7x"], "`--rotation` is `7x`; it should be a number and s, m, h, d or y, from 1s to 100y"),
    (["--rotation", "0d"], "`--rotation` is `0d`"), (["--rotation", "101y"], "`--rotation` is `101y`"),
    (["--rotation", "-1d"], "`--rotation` is `-1d`"), (["--rotation", ""], "`--rotation` is ``"),
    (["--nonce-bits", "0"], "`--nonce-bits` is 0; it should be 1 … 512"), (["--nonce-bits", "513"], "`--nonce-bits` is 513"),
    (["--context-bits", "511"], "`--context-bits` is 511; it should be 1 … 510"),
  ]) func whatIsOutOfRangeIsRefused(_ options: [String], _ words: String) throws {
    let run = try Gamekeeper.run(["describe", "nonces"] + options)
    #expect(run.status == 64 && run.output == "")
    #expect(run.error.hasPrefix("gamekeeper: error: \(words)") && run.error.split(separator: "\n").count == 1, "\(run.error)")
  }

  @Test func itsOptionsMeanNothingElsewhere() throws {
    let run = try Gamekeeper.run("describe", "quorum", "--rotation", "1d")
    #expect(run.status == 64 && run.error.contains("`--rotation` means nothing for `quorum`"), "\(run.error)")
  }

  /// Whatever is in range is answered, the extremes too.
  @Test(arguments: [
    ["--uses-per-second", "1e9", "--keys", "1125899906842624", "--rotation", "100y", "--nonce-bits", "1", "--context-bits", "1"],
    ["--uses-per-second", "1e-9", "--rotation", "1s", "--nonce-bits", "512", "--context-bits", "510"],
  ]) func theExtremesAreAnswered(_ options: [String]) throws {
    for format in ["text", "json", "markdown", "svg"] {
      #expect(try Gamekeeper.run(["describe", "nonces", "--format", format] + options).status == 0, "\(format)")
    }
  }
}
