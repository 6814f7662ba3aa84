/// The two numbers of an ECDSA signature and their encoding, `SEQUENCE { r INTEGER, s INTEGER }` in DER (X.690, SEC 1 C.5).
struct DERSignature {
  /// Most significant byte first, without leading zeros; empty is zero.
  let r: [UInt8]
  let s: [UInt8]

  init(r: some Sequence<UInt8>, s: some Sequence<UInt8>) {
    self.r = Array(r.drop { $0 == 0 })
    self.s = Array(s.drop { $0 == 0 })
  }

  /// The numbers that `encoding` spells, or nil unless it is the one DER encoding of two non-negative numbers of at most 61
  /// bytes: no long form of a length, no needless leading zero, no negative number, nothing after the end.
  init?(_ encoding: [UInt8]) {
    guard encoding.count >= 2, encoding[0] == 0x30, encoding[1] < 0x80, Int(encoding[1]) == encoding.count - 2 else { return nil }
    var rest = encoding.dropFirst(2)
    guard let r = Self.number(&rest), let s = Self.number(&rest), rest.isEmpty else { return nil }
    self.init(r: r, s: s)
  }

  var encoding: [UInt8] {
    let body = Self.encode(r) + Self.encode(s)
    return [0x30, UInt8(body.count)] + body
  }

  private static func number(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard rest.popFirst() == 0x02, let length = rest.popFirst(), (1..<0x80).contains(length), length <= rest.count else {
      return nil
    }
    let content = rest.prefix(Int(length))
    rest = rest.dropFirst(Int(length))
    let first = content[content.startIndex]
    let isMinimal = first != 0 || content.count == 1 || content[content.startIndex + 1] >= 0x80
    return first < 0x80 && isMinimal ? content : nil
  }

  private static func encode(_ number: [UInt8]) -> [UInt8] {
    let needsZero = number.first.map { $0 >= 0x80 } ?? true
    return [0x02, UInt8(number.count + (needsZero ? 1 : 0))] + (needsZero ? [0] : []) + number
  }
}
