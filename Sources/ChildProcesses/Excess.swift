/// What a confined command had too much of.
public enum Excess: Codable, Hashable, Sendable, CustomStringConvertible {
  case memory(limit: UInt64)
  case processes(limit: Int)
  case scratch(limit: UInt64)
  case scratchFiles(limit: Int)

  public var description: String {
    switch self {
    case .memory(let limit): "it held more than \(Self.size(limit)) of memory"
    case .processes(let limit): "it had more than \(limit) processes"
    case .scratch(let limit): "it wrote more than \(Self.size(limit)) of files"
    case .scratchFiles(let limit): "it wrote more than \(limit) files"
    }
  }

  private static func size(_ bytes: UInt64) -> String {
    bytes < 1 << 20 ? "\(bytes) bytes" : "\(bytes >> 20) MiB"
  }
}
