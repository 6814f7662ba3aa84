/// The domain keys of a token by handle, in clear: the plaintext of `Wrapped`. Like a `DomainKey` it never leaves an HSM.
public struct KeyMap: Hashable, Sendable {
  /// The keys under one handle, numbered by how often it was rotated before.
  struct Entry: Hashable {
    let handle: Handle
    var active: DomainKey
    /// That of the active key; the first is 1.
    var version = 1
    /// Newest first: those of the versions before.
    var deactivated: [DomainKey] = []

    /// Newest first.
    var keys: [DomainKey] { [active] + deactivated }
    var versions: [Int] { (0...deactivated.count).map { version - $0 } }

    func key(_ wanted: Int) -> DomainKey? {
      if wanted == version { return active }
      let age = version - 1 - wanted
      return deactivated.indices.contains(age) ? deactivated[age] : nil
    }

    func state(_ version: Int) -> KeyState { KeyState(age: self.version - version) }
  }

  /// In ascending order of handles.
  private(set) var entries: [Entry] = []

  public init() {}

  public var handles: [Handle] { entries.map(\.handle) }
  /// All keys, deactivated ones included.
  public var keys: [DomainKey] { entries.contains { $0.version > 1 } ? entries.flatMap(\.keys) : entries.map(\.active) }

  /// The active key.
  public subscript(handle: Handle) -> DomainKey? { entry(handle)?.active }

  func entry(_ handle: Handle) -> Entry? {
    let position = position(of: handle)
    return position < entries.count && entries[position].handle == handle ? entries[position] : nil
  }

  /// What the judge of an experiment reads. No participant calls this: it takes an explicit `@_spi(Judge)` import.
  @_spi(Judge) public var secrets: [(handle: Handle, secret: [UInt8])] { entries.map { ($0.handle, $0.active.secret) } }
  /// The keys under a handle with their versions, newest first, for the judge.
  @_spi(Judge) public func versions(of handle: Handle) -> [(version: Int, key: DomainKey)] {
    entry(handle).map { Array(zip($0.versions, $0.keys)) } ?? []
  }

  /// The state of the key that was used, for the judge.
  @_spi(Judge) public func used(_ secret: [UInt8], under handle: Handle) -> (key: DomainKey, state: KeyState)? {
    guard let entry = entry(handle) else { return nil }
    return zip(entry.versions, entry.keys).first { $1.secret == secret }.map { ($1, entry.state($0)) }
  }

  /// The map that a plaintext spells, for the judge: what somebody reads who broke an encryption.
  @_spi(Judge) public init?(judged plaintext: [UInt8]) { self.init(plaintext: plaintext) }

  mutating func set(_ key: DomainKey, for handle: Handle) {
    let position = position(of: handle)
    if position < entries.count, entries[position].handle == handle {
      entries[position].active = key
    } else {
      entries.insert(Entry(handle: handle, active: key), at: position)
    }
  }

  /// Makes `key` the active one under `handle`; of those before, the newest `kept` stay.
  mutating func rotate(_ handle: Handle, to key: DomainKey, keeping kept: Int) {
    let position = position(of: handle)
    guard position < entries.count, entries[position].handle == handle else { return }
    entries[position].deactivated = Array(entries[position].keys.prefix(max(0, kept)))
    entries[position].active = key
    entries[position].version += 1
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

  /// Handles and active keys, and only if a key was ever rotated, version and deactivated keys of those that were. [ours]
  private var plaintext: [UInt8] {
    var writer = WireWriter()
    writer.number(entries.count)
    for entry in entries {
      writer.string(entry.handle.name.utf8)
      writer.string(entry.active.secret)
    }
    let rotated = entries.indices.filter { entries[$0].version > 1 }
    if rotated.isEmpty { return writer.bytes }
    writer.number(rotated.count)
    for index in rotated {
      writer.number(index)
      writer.number(entries[index].version)
      writer.number(entries[index].deactivated.count)
      for key in entries[index].deactivated { writer.string(key.secret) }
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
        entries.append(Entry(handle: handle, active: DomainKey(Array(key))))
      }
      if reader.offset < plaintext.count { try readRotated(&reader) }
      try reader.finish()
    } catch { return nil }
  }

  /// Of every map there is one plaintext: each that was rotated stands here, in order, with no more keys than it had versions.
  private mutating func readRotated(_ reader: inout WireReader) throws(WireError) {
    let (start, count) = (reader.offset, try reader.number())
    guard count > 0 else { throw reader.failure(.needlessCopy, at: start) }
    var last = -1
    for _ in 0..<count {
      let (place, index) = (reader.offset, try reader.number())
      guard index > last, index < entries.count else { throw reader.failure(.notAscending, at: place) }
      let (version, kept) = (try reader.number(), try reader.number())
      guard version > 1, kept < version else { throw reader.failure(.hugeNumber, at: place) }
      for _ in 0..<kept { entries[index].deactivated.append(DomainKey(Array(try reader.string()))) }
      (entries[index].version, last) = (version, index)
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
