/// A list that only grows, with membership in constant time: short ones are scanned, longer ones get an index.
///
/// Because nothing is ever changed or removed, two logs that were equal one query ago are equal now exactly when `agrees` says
/// so; that makes the lockstep check of a long trial linear instead of quadratic.
public struct AppendLog<Element: Hashable & Sendable>: Sendable {
  @usableFromInline static var scanned: Int { 16 }
  public private(set) var elements: [Element] = []
  private var index: [Element: Int] = [:]

  public init() {}

  @inlinable public var count: Int { elements.count }

  /// Adds `element` at the end.
  public mutating func append(_ element: Element) {
    elements.append(element)
    if elements.count > Self.scanned { indexTail() }
  }

  /// The position of the first element equal to `element`.
  public func firstIndex(of element: Element) -> Int? {
    elements.count <= Self.scanned ? elements.firstIndex(of: element) : index[element]
  }

  public func contains(_ element: Element) -> Bool { firstIndex(of: element) != nil }

  /// Empties the log and keeps its storage.
  public mutating func removeAll() {
    if elements.count > Self.scanned { index.removeAll(keepingCapacity: true) }
    elements.removeAll(keepingCapacity: true)
  }

  /// Whether both logs have the same length and the same last element.
  @inlinable
  public func agrees(with other: Self) -> Bool { count == other.count && elements.last == other.elements.last }

  @inline(never)
  private mutating func indexTail() {
    let start = index.isEmpty ? 0 : elements.count - 1
    for position in start..<elements.count where index[elements[position]] == nil { index[elements[position]] = position }
  }
}
