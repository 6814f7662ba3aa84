internal import Foundation
public import Records
internal import Words

/// The chance that what is drawn has repeated, by the number of uses, as lines on a logarithmic scale.
public struct NoncePlot: Sendable {
  private static let (left, right, top, bottom) = (76.0, 700.0, 52.0, 372.0)
  private static let most = (uses: 64.0, chance: -140.0)
  private let record: NonceRecord

  public init(_ record: NonceRecord) { self.record = record }

  private static func x(_ log2Uses: Double) -> Double { left + (right - left) * log2Uses / most.uses }
  private static func y(_ log2Chance: Double) -> Double { top + (bottom - top) * log2Chance / most.chance }

  public var svg: String {
    var picture = Picture(
      width: 720, height: 470, title: "How random nonces repeat, by the number of uses of a key",
      summary: "\(record.slopes.count) slopes, and the limit on random nonces")
    picture.write("What is drawn for each use of a key has repeated", at: Self.left, 22, size: 13, bold: true)
    picture.write(
      "solid where that is bad, dashed where it is not; both axes are powers of two", at: Self.left, 40, .soft, size: 10)
    for exponent in stride(from: Self.most.chance, through: 0, by: 20) {
      let place = Self.y(exponent)
      picture.path("M\(Picture.text(Self.left)) \(Picture.text(place))H\(Picture.text(Self.right))", Picture.paint(stroke: .rule))
      picture.write(Self.power(exponent), at: Self.left - 8, place + 4, size: 10, anchor: .end)
    }
    for exponent in stride(from: 0, through: Self.most.uses, by: 8) {
      picture.path("M\(Picture.text(Self.x(exponent))) \(Picture.text(Self.bottom))v5", Picture.paint(stroke: .ink))
      picture.write(Self.power(exponent), at: Self.x(exponent), Self.bottom + 19, size: 10, anchor: .middle)
    }
    picture.write("uses of a key", at: (Self.left + Self.right) / 2, Self.bottom + 38, anchor: .middle)
    for slope in record.slopes { draw(slope, in: &picture) }
    if let limit = record.limits.first { draw(limit, in: &picture) }
    for (index, slope) in record.slopes.enumerated() {
      let (x, y) = (Self.left + 210 * Double(index), Self.bottom + 66)
      picture.path("M\(Picture.text(x)) \(Picture.text(y - 4))h26", Self.style(slope.drawn))
      picture.write("\(slope.drawn.rawValue): q²/2^\(slope.bits + 1)", at: x + 32, y, size: 11)
    }
    return picture.svg
  }

  private static func power(_ exponent: Double) -> String { exponent == 0 ? "1" : NonceRecord.power(exponent) }

  private static func style(_ drawn: NonceRecord.Drawn) -> String {
    let (colour, dashes) =
      switch drawn {
      case .nonce: ("#d55e00", "")
      case .context: ("#56b4e9", " stroke-dasharray=\"6 4\"")
      case .contextAndNonce: ("#0072b2", "")
      }
    return "fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\"\(dashes)"
  }

  private func draw(_ slope: NonceRecord.Slope, in picture: inout Picture) {
    let places = slope.points.filter { $0.log2Chance >= Self.most.chance && $0.log2Uses <= Self.most.uses }
      .map { "\(Picture.text(Self.x($0.log2Uses))) \(Picture.text(Self.y($0.log2Chance)))" }
    guard !places.isEmpty else { return }
    picture.path(
      "M" + places.joined(separator: "L"), Self.style(slope.drawn), says: "\(slope.drawn.rawValue), \(slope.bits) bits")
  }

  private func draw(_ limit: NonceRecord.Limit, in picture: inout Picture) {
    guard (0...Self.most.uses).contains(limit.log2Uses) else { return }
    let (x, y) = (Self.x(limit.log2Uses), Self.y(limit.log2Chance))
    picture.path(
      "M\(Picture.text(x)) \(Picture.text(y))V\(Picture.text(Self.bottom))",
      Picture.paint(stroke: .alarm) + " stroke-dasharray=\"2 3\"")
    picture.write(
      "\(NonceRecord.power(limit.log2Uses)) uses: \(NonceRecord.power(limit.log2Chance))", at: x - 6, y - 8, .alarm, size: 11,
      anchor: .end)
  }
}
