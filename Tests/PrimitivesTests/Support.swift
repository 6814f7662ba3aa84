@_spi(Harness) import Coins
import Primitives
import Testing

/// The bytes that `text` spells in hexadecimal; spaces and line ends are for the eye.
func hex(_ text: String, _ location: SourceLocation = #_sourceLocation) -> [UInt8] {
  let bytes = Bytes(hex: text.filter { !$0.isWhitespace })
  if bytes == nil { Issue.record("not hexadecimal: \(text)", sourceLocation: location) }
  return bytes?.array ?? []
}

var coins: Coins { CoinSource(seed: 7).coins(trial: 0, role: .challenger) }
