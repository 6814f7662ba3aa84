import Records
import Testing

@Suite struct FormatTests {
  private struct Plain: Encodable { let a = 1 }
  private struct Versioned: Encodable { let format = 7 }

  @Test func aRecordSaysTheVersionOfItsOwnFormat() throws {
    #expect(try JSON.text(Plain(), status: .met).contains("\"format\" : 1,"))
    #expect(try JSON.text(Versioned(), status: .met) == "{\n  \"format\" : 7,\n  \"status\" : \"met\"\n}\n")
  }
}
