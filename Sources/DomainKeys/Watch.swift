extension [DomainKey] {
  /// Whether the bytes of any of these keys stand somewhere in `message`.
  public func occur(in message: [UInt8]) -> Bool {
    // Searched for one by one, many keys in a message that wraps them all would cost the square of their number.
    count > 16 ? message.contains(anyOf: map(\.secret)) : contains { message.contains($0.secret) }
  }
}

extension [UInt8] {
  /// Whether any of `needles`, none of which is empty, stands somewhere in these bytes: one pass, in which only the needles that
  /// end with the two bytes at hand are compared. Keys of one kind may begin alike.
  package func contains(anyOf needles: [[UInt8]]) -> Bool {
    if needles.contains(where: { $0.count == 1 && contains($0) }) { return true }
    var endings = [[Int]](repeating: [], count: 1 << 16)
    for (index, needle) in needles.enumerated() where needle.count >= 2 {
      endings[Int(needle[needle.count - 2]) << 8 | Int(needle[needle.count - 1])].append(index)
    }
    return indices.dropFirst().contains { last in
      endings[Int(self[last - 1]) << 8 | Int(self[last])].contains { index in
        needles[index].count <= last + 1 && self[...last].suffix(needles[index].count).elementsEqual(needles[index])
      }
    }
  }

  /// Whether `needle`, which is not empty, stands somewhere in these bytes. After a byte that is not in it at all, it can only
  /// begin (Horspool, 1980).
  package func contains(_ needle: [UInt8]) -> Bool {
    guard !needle.isEmpty, needle.count <= count else { return false }
    var occurs = SIMD4<UInt64>()
    for byte in needle { occurs[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
    return withUnsafeBufferPointer { bytes in
      // Unchecked: every message of every HSM is watched, byte for byte.
      guard let base = bytes.baseAddress else { return false }
      var end = needle.count - 1
      while end < bytes.count {
        let byte = base[end]
        guard occurs[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 else {
          end += needle.count
          continue
        }
        let start = end - needle.count + 1
        if needle.indices.allSatisfy({ base[start + $0] == needle[$0] }) { return true }
        end += 1
      }
      return false
    }
  }
}
