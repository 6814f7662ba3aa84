/// Why nothing more is to be had of a child: what it did, as of whoever is named before.
public enum ChildFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// It ended; what it had written last ends no line.
  case ended(Ending, unfinished: [UInt8])
  /// It closed its output, and lives.
  case closedOutput(unfinished: [UInt8])
  case closedInput
  /// It wrote no whole line in time.
  case silent(Duration)
  /// It read too little in time.
  case doesNotRead(Duration)
  /// A line is longer than one may be.
  case endlessLine(limit: Int)
  /// It writes on and on, and nobody has asked.
  case floods(limit: Int)
  /// It writes on and on to its standard error: to read all of it would cost more than the play.
  case floodsErrors(limit: Int)
  /// Whoever waits for it was asked to stop.
  case interrupted

  public var description: String {
    switch self {
    case .ended(let ending, let unfinished): "\(ending)\(unfinished.isEmpty ? "" : ", in the middle of a line")"
    case .closedOutput(let unfinished): "closed its output\(unfinished.isEmpty ? "" : ", in the middle of a line")"
    case .closedInput: "closed its input"
    case .silent(let time): "wrote no line within \(Self.seconds(time))"
    case .doesNotRead(let time): "did not read what it was sent within \(Self.seconds(time))"
    case .endlessLine(let limit): "wrote a line of more than \(limit >> 10) KiB"
    case .floods(let limit): "wrote more than \(limit >> 20) MiB that it was not asked for"
    case .floodsErrors(let limit): "wrote more than \(limit >> 20) MiB to its standard error"
    case .interrupted: "was interrupted"
    }
  }

  private static func seconds(_ time: Duration) -> String {
    time.components.attoseconds == 0 ? "\(time.components.seconds) s" : "\(time)"
  }
}
