import Foundation

/// A port of this machine on which somebody answers.
final class Listener {
  struct Failure: Error {}

  let port: UInt16
  private let descriptor: Int32

  init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let file = descriptor
    let answer = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(file, address, size) == 0 && listen(file, 1) == 0 && getsockname(file, address, &size) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    if !answer { throw Failure() }
  }

  deinit { close(descriptor) }
}
