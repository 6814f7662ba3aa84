import Foundation
import Records
import Reports
import Testing

/// Whole numbers in JSON, as JavaScript can read them.
@Suite struct ExactNumberTests {
  private struct Record: Codable, Equatable { @ExactNumber var seed: UInt64 }

  private func decoded(_ json: String) throws -> UInt64 { try JSONDecoder().decode(Record.self, from: Data(json.utf8)).seed }

  @Test func aNumberThatWouldLoseDigitsIsText() throws {
    #expect(try JSON.text(Record(seed: 1 << 53)).contains(": 9007199254740992\n"))
    #expect(try JSON.text(Record(seed: (1 << 53) + 1)).contains(": \"9007199254740993\""))
    for seed: UInt64 in [0, 1 << 53, (1 << 53) + 1, .max] { #expect(try decoded(try JSON.text(Record(seed: seed))) == seed) }
  }

  @Test func bothFormsAreRead() throws {
    #expect(try decoded("{\"seed\": 18446744073709551615}") == .max)
    #expect(try decoded("{\"seed\": \"18446744073709551615\"}") == .max)
    for bad in ["-1", "1.5", "\"\"", "\"18446744073709551616\"", "\"-1\"", "true", "null"] {
      #expect(throws: DecodingError.self, "\(bad)") { try decoded("{\"seed\": \(bad)}") }
    }
  }

  @Test(arguments: [("0", 0), ("18446744073709551615", UInt64.max), ("0xff", 255), ("0XFFFFFFFFFFFFFFFF", .max)])
  func aNumberIsReadInDecimalAndHexadecimal(_ text: String, _ value: UInt64) {
    #expect(ExactNumber.read(text) == value)
  }

  @Test(arguments: ["", "0x", "-1", "+1", "0x-1", "0x+1", "ff", "1e3", "18446744073709551616", "0x10000000000000000", " 1"])
  func whatIsNoneIsNotRead(_ text: String) {
    #expect(ExactNumber.read(text) == nil)
  }
}
