internal import Pages

/// What is answered.
struct Reply: Sendable {
  var status = 200
  var type = "text/html; charset=utf-8"
  var headers: [(name: String, value: String)] = []
  let text: String

  init(_ page: Page, status: Int = 200) {
    self.init(page.document(.served))
    self.status = status
  }

  init(_ text: String, type: String = "text/html; charset=utf-8") { (self.text, self.type) = (text, type) }

  /// To another page, by a request that changes nothing.
  static func see(_ address: String) -> Reply {
    var reply = Reply("")
    reply.status = 303
    reply.headers = [("Location", address)]
    return reply
  }

  /// A page that leads on by itself: the browser then asks on behalf of this site, and sends its strict cookie.
  static func lead(to address: String) -> Reply {
    var reply = Reply(.lead(to: address))
    reply.headers = [("Referrer-Policy", "no-referrer")]
    return reply
  }

  static func picture(_ svg: String) -> Reply {
    var reply = Reply(svg, type: "image/svg+xml; charset=utf-8")
    // A picture is a document of its own: its style stands in it, and it loads nothing.
    reply.headers = [("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")]
    return reply
  }

  static func asset(_ asset: Asset, _ text: String) -> Reply {
    switch asset {
    case .style: return Reply(text, type: "text/css; charset=utf-8")
    case .script, .breakScript: return Reply(text, type: "text/javascript; charset=utf-8")
    case .worker:
      var reply = Reply(Page.worker(text), type: "text/javascript; charset=utf-8")
      // What runs the readers' adversaries may run what it is told, and reaches nothing.
      reply.headers = [("Content-Security-Policy", "default-src 'none'; script-src 'unsafe-eval'")]
      return reply
    }
  }

  /// To be kept as a file.
  static func file(_ text: String, type: String, name: String) -> Reply {
    var reply = Reply(text, type: type)
    reply.headers = [
      ("Content-Disposition", "attachment; filename=\"\(name.filter { $0.isLetter || $0.isNumber || "-._".contains($0) })\"")
    ]
    return reply
  }
}
