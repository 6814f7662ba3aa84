internal import CConfine
internal import Foundation

/// A rung of the ladder of confinement: docs/sandbox.md says what each stops, and what it does not.
public enum Rung: String, CaseIterable, Codable, Sendable {
  /// No privileges, an environment and a working folder of its own, limits on processor time, memory, files and processes.
  case basics
  /// Files: reads its interpreter and its own folder, writes its working folder only; no TCP.
  case landlock
  /// System calls: no sockets, no reading of other processes, no mounts.
  case seccomp
  /// Processes and networks of its own.
  case namespaces

  var bit: Int32 {
    switch self {
    case .basics: Int32(CONFINE_BASICS)
    case .landlock: Int32(CONFINE_LANDLOCK)
    case .seccomp: Int32(CONFINE_SECCOMP)
    case .namespaces: Int32(CONFINE_NAMESPACES)
    }
  }

  /// Why it cannot stand on this system; nil if it can.
  var obstacle: String? {
    let answer =
      switch self {
      case .basics: Int32(0)
      case .landlock: confine_landlock_version()
      case .seccomp: confine_has_seccomp()
      case .namespaces: confine_try_namespaces()
      }
    return answer >= 0 ? nil : words(of: errno)
  }
}
