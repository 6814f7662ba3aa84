import AdversaryBridge
import Arena
import Catalog
import Foundation
import Forms
import Testing

/// What stands in a line is read and written by one declaration, for every game.
@Suite struct FormTests {
  /// Every game and hop on every suite that it has.
  static let games: [(name: String, spoken: SpokenGame)] = Catalog.registry.entries.flatMap { entry in
    entry.suiteNames.map { suite in
      guard let spoken = try? SpokenGame(entry, in: Catalog.registry, suite: suite) else {
        fatalError("\(entry.name) on \(suite) has no form")
      }
      return ("\(entry.name) on \(suite)", spoken)
    }
  }

  /// Texts that the schema allows.
  struct Texts {
    var random = RepeatableRandom(seed: 1)

    mutating func text(of schema: Document) -> String {
      if let cases = schema["oneOf"]?.elements { return text(of: cases[random.below(cases.count)]) }
      if let alternatives = schema["anyOf"]?.elements { return text(of: alternatives[random.below(alternatives.count)]) }
      if let words = schema["enum"]?.elements { return words[random.below(words.count)].line }
      if let items = schema["items"] {
        return "[" + (0..<random.below(3)).map { _ in text(of: items) }.joined(separator: ", ") + "]"
      }
      if case .object(let fields)? = schema["properties"] {
        // In whatever order, as JSON has none.
        let parts = fields.map { "\"\($0.key)\": \(text(of: $0.value))" }
        return "{" + (random.below(2) == 0 ? parts : parts.reversed()).joined(separator: ",") + "}"
      }
      switch schema["type"]?.text {
      case "boolean": return ["true", "false"][random.below(2)]
      case "null": return "null"
      case "string": return "\"\(hex(schema["pattern"]?.text ?? ""))\""
      default:
        let number = UInt64.random(in: 0...(random.below(2) == 0 ? 9 : UInt64(Int64.max)), using: &random)
        return number > 1 << 53 ? "\"\(number)\"" : "\(number)"
      }
    }

    private mutating func hex(_ pattern: String) -> String {
      let count = pattern.firstMatch(of: /\{(\d+)\}\$$/).flatMap { Int($0.1) } ?? 2 * random.below(5)
      return (0..<count).map { _ in String(random.below(16), radix: 16) }.joined()
    }
  }

  @Test func aTextThatTheSchemaAllowsIsReadAndWrittenBack() throws {
    var texts = Texts()
    for (name, game) in Self.games {
      for _ in 0..<20 {
        for (schema, rewrite) in [(game.queries, game.rewriteQuery), (game.answers, game.rewriteAnswer)] {
          let text = texts.text(of: schema)
          // Written once it has its normal form, and that is read as the same.
          let normal = try rewrite(Array(text.utf8))
          #expect(try rewrite(normal) == normal, "\(name): \(text)")
        }
      }
    }
  }

  @Test func whatIsNoQueryIsRefusedWithItsReason() throws {
    let game = try #require(Self.games.first { $0.name == "signature-idealization on calibrated" }).spoken
    func refusal(_ text: String) -> String {
      do throws(Malformed) {
        _ = try game.rewriteQuery(Array(text.utf8))
        return "read"
      } catch { return error.expected }
    }
    #expect(refusal(#"{"keygen": {}}"#) == "read")
    #expect(refusal(#"{"keygen": {"a": 1}}"#) == "no field")
    #expect(refusal(#"{"kegen": {}}"#).hasPrefix("one of keygen, sign, verify"))
    #expect(refusal(#"{"keygen": {}, "public-keys": {}}"#) == "one name alone")
    #expect(refusal(#"{}"#).hasPrefix("one of keygen"))
    let key = String(repeating: "0", count: 16), message = String(repeating: "0", count: 32)
    #expect(refusal(#"{"sign": {"message": "\#(message)", "key": "\#(key)"}}"#) == "read")
    #expect(refusal(#"{"sign": {"key": "\#(key)"}}"#) == "the field `message`, one of key, message")
    #expect(refusal(#"{"sign": {"key": "\#(key)", "key": "\#(key)", "message": "\#(message)"}}"#) == "each field once")
    #expect(
      refusal(#"{"sign": {"key": "\#(key.uppercased().replacing("0", with: "A"))", "message": "\#(message)"}}"#)
        == "a lower-case hexadecimal digit")
    #expect(refusal(#"{"sign": {"key": "\#(key)", "message": "00"}}"#) == "sixteen bytes")
  }

  /// What is refused in the middle of brackets takes none of them away from what is read next.
  @Test(arguments: ["[", "{\"a\":"]) func aRefusalLeavesTheReaderAsDeepAsItWas(_ open: String) throws {
    let depth = 40, closed = open == "[" ? "]" : "}"
    let inner = String(repeating: open, count: depth)
    var scanner = Scanner(Array("\(inner)x\(inner)0\(String(repeating: closed, count: depth))".utf8))
    let refused: Malformed?
    do throws(Malformed) {
      try scanner.skip()
      refused = nil
    } catch { refused = error }
    #expect(refused?.position == inner.utf8.count)
    scanner.position = inner.utf8.count + 1
    try scanner.skip()
    try scanner.end()
  }

  /// Eight digits are read at once: each byte, in each place, and beside others that are none.
  @Test func digitsAreReadTogetherAsOneByOne() {
    var random = RepeatableRandom(seed: 3)
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }
    func check(_ digits: [UInt8]) {
      let bad = digits.firstIndex { !isDigit($0) }
      let value = bad == nil ? UInt64(String(decoding: digits, as: UTF8.self), radix: 16) : nil
      var scanner = Scanner([0x20, 0x22] + digits + [0x22])
      let word = try? scanner.hexWord()
      let place = scanner.position
      #expect(word == value && place == 2 + (bad ?? 17), "\(digits)")
      var both = Scanner([0x22] + digits + digits.reversed() + [0x22])
      let words = both.hexWords()
      let end = both.position
      #expect(words?.high == value && end == (bad == nil ? 34 : 0), "\(digits)")
    }
    let digits = Array("0123456789abcdef".utf8)
    for place in digits.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = digits
        changed[place] = byte
        check(changed)
      }
    }
    // Neighbours of digits, some of them beside each other.
    let near = digits + [0x00, 0x2f, 0x3a, 0x3f, 0x40, 0x60, 0x67, 0x57, 0x56, 0x41, 0x7f, 0x80, 0xb0, 0xe1, 0xff]
    for _ in 0..<20_000 { check((0..<16).map { _ in near[random.below(random.below(3) == 0 ? near.count : 16)] }) }
  }

  /// 10⁵ lines: nothing traps, and what is JSON for one reader is the same for the other.
  @Test func changedTextsAreReadAsJSONDecoderReadsThem() {
    var texts = Texts(random: RepeatableRandom(seed: 2))
    let alphabet = Array(#"{}[]":,\0123456789abcdefnrtulsE+-. é"#.utf8) + [0x09, 0x01, 0xff]
    var (valid, read) = (0, 0)
    for round in 0..<100_000 {
      let game = Self.games[round % Self.games.count].spoken
      var bytes = Array(texts.text(of: game.queries).utf8)
      for _ in 0..<texts.random.below(3) where !bytes.isEmpty {
        let place = texts.random.below(bytes.count)
        switch texts.random.below(3) {
        case 0: bytes[place] = alphabet[texts.random.below(alphabet.count)]
        case 1: bytes.remove(at: place)
        default: bytes.insert(alphabet[texts.random.below(alphabet.count)], at: place)
        }
      }
      let own = try? Document(bytes)
      let theirs = try? JSONDecoder().decode(Tree.self, from: Data(bytes))
      // Foundation takes a comma at the end of a list, which RFC 8259 does not know.
      let text = String(decoding: bytes, as: UTF8.self)
      if own != nil || text.firstMatch(of: /,\s*[\]}]/) == nil { #expect(own.map(Tree.init) == theirs, "\(text)") }
      if own != nil { valid += 1 }
      if (try? game.rewriteQuery(bytes)) != nil {
        read += 1
        #expect(theirs != nil)
      }
    }
    // Enough of each kind for the comparison to mean something.
    #expect(valid > 30_000 && valid < 90_000 && read > 30_000 && read < valid)
  }
}

/// JSON as `JSONDecoder` sees it: numbers by their value, objects without an order.
indirect enum Tree: Decodable, Equatable {
  case null, bool(Bool), number(Double), string(String), array([Tree]), object([String: Tree])

  init(_ document: Document) {
    self =
      switch document {
      case .null: .null
      case .bool(let value): .bool(value)
      case .number(let text): .number(Double(text) ?? .nan)
      case .string(let text): .string(text)
      case .array(let elements): .array(elements.map(Tree.init))
      case .object(let members): .object(Dictionary(members.map { ($0.key, Tree($0.value)) }) { first, _ in first })
      }
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let elements = try? value.decode([Tree].self) {
      self = .array(elements)
    } else if let members = try? value.decode([String: Tree].self) {
      self = .object(members)
    } else {
      self = .number(try value.decode(Double.self))
    }
  }
}

/// Numbers that are the same in every run: SplitMix64.
struct RepeatableRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
