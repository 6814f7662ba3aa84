/// Distinct states in the order in which they were found, each hashed once: open addressing over 32-bit positions, with one byte
/// of the hash kept beside each slot so that most probes end without comparing states.
struct StateTable<State: Hashable> {
  private(set) var states: [State] = []
  private var slots: [Int32]
  private var tags: [UInt8]
  private var mask: Int

  init(capacity: Int = 1024) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    tags = Array(repeating: 0, count: size)
    mask = size - 1
    states.reserveCapacity(capacity)
  }

  var count: Int { states.count }
  /// Bytes of the table for each state it holds now, payloads behind references not counted.
  var bytesPerState: Double {
    states.isEmpty ? 0 : Double(slots.count * 5 + states.capacity * MemoryLayout<State>.stride) / Double(states.count)
  }

  /// The position of `state`, and whether it is new.
  @inline(__always)
  mutating func insert(_ state: State) -> (index: Int, isNew: Bool) {
    if states.count * 4 >= slots.count * 3 { grow() }
    let hash = state.hashValue
    let tag = UInt8(truncatingIfNeeded: hash >> 56)
    var slot = hash & mask
    while slots[slot] >= 0 {
      if tags[slot] == tag, states[Int(slots[slot])] == state { return (Int(slots[slot]), false) }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(states.count)
    tags[slot] = tag
    states.append(state)
    return (states.count - 1, true)
  }

  private mutating func grow() {
    let size = slots.count * 2
    slots = Array(repeating: -1, count: size)
    tags = Array(repeating: 0, count: size)
    mask = size - 1
    for (index, state) in states.enumerated() {
      let hash = state.hashValue
      var slot = hash & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
      tags[slot] = UInt8(truncatingIfNeeded: hash >> 56)
    }
  }
}
