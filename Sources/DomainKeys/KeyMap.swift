internal import Wire

/// The domain keys of a token by handle, in clear: the plaintext of `Wrapped`. Like a `DomainKey` it never leaves an HSM.
public struct KeyMap: Hashable, Sendable {
  /// In ascending order of handles.
  private(set) var entries: [(handle: Handle, key: DomainKey)] = []

  public init() {}

  public var handles: [Handle] { entries.map(\.handle) }
  public var keys: [DomainKey] { entries.map(\.key) }

  public subscript(handle: Handle) -> DomainKey? {
    let position = position(of: handle)
    return position < entries.count && entries[position].handle == handle ? entries[position].key : nil
  }

  /// What the judge of an experiment reads. No participant calls this: it takes an explicit `@_spi(Judge)` import.
  @_spi(Judge) public var secrets: [(handle: Handle, secret: [UInt8])] { entries.map { ($0.handle, $0.key.secret) } }

  public mutating func set(_ key: DomainKey, for handle: Handle) {
    let position = position(of: handle)
    if position < entries.count, entries[position].handle == handle {
      entries[position].key = key
    } else {
      entries.insert((handle, key), at: position)
    }
  }

  /// Where `handle` stands, or would: after all that are smaller.
  private func position(of handle: Handle) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].handle < handle { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The map as a suite encrypts it.
  public var plaintext: KeyPlaintext {
    var writer = WireWriter()
    writer.number(entries.count)
    for entry in entries {
      writer.string(entry.handle.name.utf8)
      writer.string(entry.key.secret)
    }
    return KeyPlaintext(writer.bytes)
  }

  /// The map that a plaintext spells, if it is one.
  public init?(_ plaintext: KeyPlaintext) {
    var reader = WireReader(plaintext.bytes, root: "keys")
    do throws(WireError) {
      for _ in 0..<(try reader.number()) {
        let (name, key) = (try reader.string(), try reader.string())
        let handle = Handle(String(decoding: name, as: UTF8.self))
        // Malformed text is repaired in decoding, and so differs.
        guard handle.name.utf8.elementsEqual(name), entries.last.map({ $0.handle < handle }) ?? true else { return nil }
        entries.append((handle, DomainKey(Array(key))))
      }
      try reader.finish()
    } catch { return nil }
  }

  public static func == (a: KeyMap, b: KeyMap) -> Bool { a.handles == b.handles && a.keys == b.keys }
  public func hash(into hasher: inout Hasher) {
    for entry in entries {
      hasher.combine(entry.handle)
      hasher.combine(entry.key)
    }
  }
}
