internal import Wire

/// The domain keys of a token by handle, in clear: the plaintext of `Wrapped`. Like a `DomainKey` it never leaves an HSM.
public struct KeyMap: Hashable, Sendable {
  /// The keys under one handle, numbered by how often it was rotated before.
  public struct Entry: Hashable, Sendable {
    public let handle: Handle
    public fileprivate(set) var active: DomainKey
    /// That of the active key; the first is 1.
    public fileprivate(set) var version = 1
    /// Newest first: those of the versions before.
    public fileprivate(set) var deactivated: [DomainKey] = []

    /// Newest first.
    public var keys: [DomainKey] { [active] + deactivated }
    public var versions: [Int] { (0...deactivated.count).map { version - $0 } }

    public func key(_ wanted: Int) -> DomainKey? {
      if wanted == version { return active }
      let age = version - 1 - wanted
      return deactivated.indices.contains(age) ? deactivated[age] : nil
    }

    public func state(_ version: Int) -> KeyState { KeyState(age: self.version - version) }
  }

  /// In ascending order of handles.
  private var entries: [Entry] = []

  public init() {}

  public var handles: [Handle] { entries.map(\.handle) }
  /// All keys, deactivated ones included.
  public var keys: [DomainKey] { entries.contains { $0.version > 1 } ? entries.flatMap(\.keys) : entries.map(\.active) }

  /// The active key.
  public subscript(handle: Handle) -> DomainKey? { entry(handle)?.active }

  public func entry(_ handle: Handle) -> Entry? {
    let position = position(of: handle)
    return position < entries.count && entries[position].handle == handle ? entries[position] : nil
  }

  /// What the judge of an experiment reads. No participant calls this: it takes an explicit `@_spi(Judge)` import.
  @_spi(Judge) public var secrets: [(handle: Handle, secret: [UInt8])] { entries.map { ($0.handle, $0.active.secret) } }
  /// The keys under a handle with their versions, newest first, for the judge.
  @_spi(Judge) public func versions(of handle: Handle) -> [(version: Int, key: DomainKey)] {
    entry(handle).map { Array(zip($0.versions, $0.keys)) } ?? []
  }

  /// The state of a key under a handle, for the judge.
  @_spi(Judge) public func state(of key: DomainKey, under handle: Handle) -> KeyState? {
    guard let entry = entry(handle) else { return nil }
    return zip(entry.versions, entry.keys).first { $1 == key }.map { entry.state($0.0) }
  }

  public mutating func set(_ key: DomainKey, for handle: Handle) {
    let position = position(of: handle)
    if position < entries.count, entries[position].handle == handle {
      entries[position].active = key
    } else {
      entries.insert(Entry(handle: handle, active: key), at: position)
    }
  }

  /// Makes `key` the active one under `handle`; of those before, the newest `kept` stay.
  public mutating func rotate(_ handle: Handle, to key: DomainKey, keeping kept: Int) {
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

  /// The map as a suite encrypts it: handles and active keys, and only if a key was ever rotated, version and deactivated keys of
  /// those that were. [ours]
  public var plaintext: KeyPlaintext {
    var writer = WireWriter()
    writer.number(entries.count)
    for entry in entries {
      writer.string(entry.handle.name.utf8)
      writer.string(entry.active.secret)
    }
    let rotated = entries.indices.filter { entries[$0].version > 1 }
    if rotated.isEmpty { return KeyPlaintext(writer.bytes) }
    writer.number(rotated.count)
    for index in rotated {
      writer.number(index)
      writer.number(entries[index].version)
      writer.number(entries[index].deactivated.count)
      for key in entries[index].deactivated { writer.string(key.secret) }
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
        entries.append(Entry(handle: handle, active: DomainKey(Array(key))))
      }
      if reader.offset < plaintext.bytes.count { try readRotated(&reader) }
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
