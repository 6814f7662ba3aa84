internal import Foundation

/// How a command ended.
public enum Ending: Codable, Hashable, Sendable, CustomStringConvertible {
  case exited(Int32)
  /// Something else than this program killed it, for example the limit on its processor time.
  case killed(signal: Int32)
  /// It used more than it may, and was killed.
  case stopped(Excess)
  /// It was ended on purpose.
  case closed
  /// Its supervisor was killed, and it with that.
  case lost

  /// As of `waitpid`.
  init(status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
  }

  /// As of whoever is named before, for example "ended with status 3".
  public var description: String {
    switch self {
    case .exited(let status): "ended with status \(status)"
    case .killed(let signal): "was killed by \(Self.name(of: signal))"
    case .stopped(let excess): "was stopped: \(excess)"
    case .closed: "was ended"
    case .lost: "is gone, with what watched over it"
    }
  }

  /// As a shell has it.
  var status: Int32 {
    switch self {
    case .exited(let status): status
    case .killed(let signal): 128 + signal
    case .stopped, .closed, .lost: 128 + SIGKILL
    }
  }

  private static func name(of signal: Int32) -> String {
    switch signal {
    case SIGXCPU: "SIGXCPU: its processor time was used up"
    case SIGXFSZ: "SIGXFSZ: a file became larger than it may"
    case SIGKILL: "SIGKILL"
    case SIGSEGV: "SIGSEGV"
    case SIGABRT: "SIGABRT"
    case SIGTERM: "SIGTERM"
    case SIGINT: "SIGINT"
    case SIGPIPE: "SIGPIPE"
    case SIGBUS: "SIGBUS"
    case SIGILL: "SIGILL"
    case SIGFPE: "SIGFPE"
    case SIGSYS: "SIGSYS: a system call that it may not make"
    default: "signal \(signal)"
    }
  }
}
