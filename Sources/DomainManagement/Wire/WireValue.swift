/// A value with exactly one encoding: `init(wire:)` accepts what `wire` produces and throws on all else, so it is injective both ways.
public protocol WireValue: Hashable, Sendable {
  /// The canonical bytes.
  var wire: [UInt8] { get }
  /// Decodes the whole of `wire`; nil if it is not canonical.
  init?(wire: some RandomAccessCollection<UInt8>)
}
