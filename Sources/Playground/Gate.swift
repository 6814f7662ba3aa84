internal import Words

/// Who is let in: whoever was given the address that the program printed, and a page of this server. The server listens on the
/// loopback interface only; what is guarded against is other pages in the reader's browser, and other users of the machine.
struct Gate: Sendable {
  let port: UInt16
  /// In the first address; afterwards in a cookie.
  let token: String

  enum Decision: Equatable {
    case open
    /// It brings the token: it is given the cookie, and a page that leads on.
    case welcome(cookie: String)
    /// A link on another site led here, with which browsers send no strict cookie: a page that asks for itself once more.
    case again
    case refused(String)
  }

  static let forgotten =
    "This server does not know you. Open the address that `\(CommandWords.line("serve"))` printed: it brings a token."

  /// By its port, so that two servers do not take each other's: cookies do not tell ports apart.
  var cookieName: String { "gamekeeper-\(port)" }

  /// - Parameters:
  ///   - host, origin, cookies: headers, nil where there is none.
  ///   - offered: the token in the address, nil where there is none.
  ///   - site, destination: what the browser says of whoever asks, and what for (`Sec-Fetch-Site`, `Sec-Fetch-Dest`).
  func judge(
    isPost: Bool, host: String?, origin: String?, cookies: String?, offered: String?, site: String? = nil,
    destination: String? = nil
  ) -> Decision {
    let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
    // Another name that leads here: DNS rebinding.
    guard let host, hosts.contains(host) else { return .refused("This is not the address of this server.") }
    if let origin, origin != "http://\(host)" { return .refused("Another page has sent this.") }
    if isPost, origin == nil { return .refused("It is not said which page has sent this.") }
    if let offered, !isPost {
      return Self.areEqual(offered, token)
        ? .welcome(cookie: "\(cookieName)=\(token); Path=/; HttpOnly; SameSite=Strict") : .refused(Self.forgotten)
    }
    let known = (cookies ?? "").split(separator: ";").contains { cookie in
      let pair = cookie.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      return pair.count == 2 && pair[0] == cookieName && Self.areEqual(pair[1], token)
    }
    if known { return .open }
    // The second time the page itself asks, so this leads nowhere twice. What is read changes nothing.
    return !isPost && site == "cross-site" && destination == "document" ? .again : .refused(Self.forgotten)
  }

  /// In a time that does not say where they differ.
  private static func areEqual(_ a: some StringProtocol, _ b: some StringProtocol) -> Bool {
    a.utf8.count == b.utf8.count && zip(a.utf8, b.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
