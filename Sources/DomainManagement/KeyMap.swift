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

  /// The map that a plaintext spells, for the judge: what somebody reads who broke an encryption.
  @_spi(Judge) public init?(judged plaintext: [UInt8]) { self.init(plaintext: plaintext) }

  mutating func set(_ key: DomainKey, for handle: Handle) {
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

  /// The map under encryption, or nil if a recipient's key is none; `draw` names the coins.
  func wrapped<S: DomainSuite>(to recipients: [S.AgreementKey], tag: S.Digest, draw: UInt64, suite: S) -> Wrapped<S>? {
    let recipients = recipients.ascending()
    guard let shares = suite.wrap(plaintext, to: recipients, tag: tag.bytes, draw: draw) else { return nil }
    return Wrapped(tag: tag, shares: zip(recipients, shares).map { Wrapped.Share(recipient: $0, share: $1) })
  }

  /// A map made of what an adversary chose: an HSM makes its maps by opening tokens and drawing keys only.
  public static func chosen<S: DomainSuite>(_ handles: [Handle], draw: UInt64, suite: S) -> KeyMap {
    var map = KeyMap()
    for (index, handle) in handles.enumerated() { map.set(DomainKey(suite.makeKey(draw: draw &+ UInt64(index))), for: handle) }
    return map
  }

  private var plaintext: [UInt8] {
    var writer = WireWriter()
    writer.number(entries.count)
    for entry in entries {
      writer.string(entry.handle.name.utf8)
      writer.string(entry.key.secret)
    }
    return writer.bytes
  }

  init?(plaintext: [UInt8]) {
    var reader = WireReader(plaintext, root: "keys")
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

extension Array where Element: Comparable {
  /// Sorted, each element once: the canonical form of a set. Most are already.
  func ascending() -> [Element] {
    if indices.dropFirst().allSatisfy({ self[$0 - 1] < self[$0] }) { return self }
    var result = sorted()
    for index in result.indices.dropFirst().reversed() where result[index] == result[index - 1] { result.remove(at: index) }
    return result
  }
}
