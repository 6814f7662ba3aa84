internal import FlyingSocks
internal import Foundation

/// A port of this machine that nobody listens on, kept for the server that is to: between the choice of a port and listening on
/// it, nobody else who asks for any port is given it. On Linux a socket that is bound and does not listen leaves the port to one
/// that listens; elsewhere it is let go at once.
final class ReservedPort: Sendable {
  let number: UInt16
  /// Nil where it is let go.
  private let socket: Socket?

  /// - Parameter wanted: any, for 0.
  init(_ wanted: UInt16) throws(PlaygroundServer.Failure) {
    do {
      (socket, number) = try Self.take(wanted)
    } catch {
      if case .failed(_, let code, _)? = error as? SocketError, code == EADDRINUSE { throw .portIsTaken(wanted) }
      throw .cannotListen(error.localizedDescription)
    }
  }

  private static func take(_ wanted: UInt16) throws -> (Socket?, UInt16) {
    let socket = try Socket(domain: Int32(AF_INET))
    do {
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: sockaddr_in.inet(ip4: "127.0.0.1", port: wanted))
      guard case .ip4(_, let port) = try socket.sockname() else { throw SocketError.unsupportedAddress }
      #if os(Linux)
        return (socket, port)
      #else
        try socket.listen()
        try socket.close()
        return (nil, port)
      #endif
    } catch {
      try? socket.close()
      throw error
    }
  }

  deinit { try? socket?.close() }
}
