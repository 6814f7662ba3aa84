/// A list that only grows, with membership in constant time: short ones are scanned, longer ones get an index when first asked.
///
/// Because nothing is ever changed or removed, two logs that were equal one query ago are equal now exactly when `agrees` says
/// so, as long as a query adds at most one element; that makes the lockstep check of a long trial linear instead of quadratic.
public struct AppendLog<Element: Hashable & Sendable>: Sendable {
  /// Up to so many elements a scan is faster than hashing one.
  @usableFromInline static var scanned: Int { 96 }
  public private(set) var elements: [Element] = []
  /// First positions of the first `indexed` elements.
  private var index: [Element: Int] = [:]
  private var indexed = 0

  public init() {}

  @inlinable public var count: Int { elements.count }

  /// Adds `element` at the end.
  public mutating func append(_ element: Element) { elements.append(element) }

  /// The position of the first element equal to `element`.
  public mutating func firstIndex(of element: Element) -> Int? {
    elements.count <= Self.scanned ? elements.firstIndex(of: element) : indexed(element)
  }

  /// The same, of an element that is made only if the index is asked: `isElement` says whether another one is equal to it.
  @inlinable @inline(__always)
  public mutating func firstIndex(of element: @autoclosure () -> Element, where isElement: (Element) -> Bool) -> Int? {
    elements.count <= Self.scanned ? elements.firstIndex(where: isElement) : indexed(element())
  }

  @usableFromInline
  mutating func indexed(_ element: Element) -> Int? {
    extendIndex()
    return index[element]
  }

  public mutating func contains(_ element: Element) -> Bool { firstIndex(of: element) != nil }

  /// Empties the log and keeps its storage.
  public mutating func removeAll() {
    elements.removeAll(keepingCapacity: true)
    if indexed > 0 {
      index.removeAll(keepingCapacity: true)
      indexed = 0
    }
  }

  /// Whether both logs have the same length and the same last element.
  @inlinable
  public func agrees(with other: Self) -> Bool { count == other.count && elements.last == other.elements.last }

  @inline(never)
  private mutating func extendIndex() {
    for position in indexed..<elements.count where index[elements[position]] == nil { index[elements[position]] = position }
    indexed = elements.count
  }
}
