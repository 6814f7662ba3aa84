internal import ArgumentParser
internal import Arena
internal import Foundation
internal import Pages
internal import Playground
internal import Scenarios
internal import Words

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Opens the playground: the proof, its games and attacks as pages in a browser.",
    discussion: """
      The server listens on 127.0.0.1 only and lets in whoever opens the address that is printed: it brings a token. \
      Control-C ends it.

      Examples:
        \(Program.name) serve           prints the address to open
        \(Program.name) serve --open    opens it in the browser
        \(Program.name) serve --port 0  on any port that is free
        \(Program.name) serve --assets Sources/Pages/Assets  while they are written

      Exit status: 0 ended by control-C; 65 a file of `--assets` cannot be read; 69 the port is taken, or no browser can be \
      started.
      """)

  @Option(parsing: .unconditional, help: "The port to listen on; 0 for any that is free.") var port: UInt16 = 8753
  @Flag(help: "Open the address in the browser.") var open = false
  @Option(
    help: .init(
      """
      Take \(Asset.allCases.map(\.rawValue).joined(separator: ", ")) from this folder, anew for each page: for whoever writes \
      them.
      """, valueName: "folder"), completion: .directory)
  var assets: String?

  func run() async throws {
    let texts = try readableAssets()
    let server: PlaygroundServer
    do throws(PlaygroundServer.Failure) {
      server = try PlaygroundServer(
        port: port, registry: Gamekeeper.registry, assets: texts, shell: LessonCommand.play)
    } catch { throw Self.report(error) }
    Interrupts.listen()
    let registry = Gamekeeper.registry
    let serving = Task { await Gamekeeper.$registry.withValue(registry) { await Self.outcome(of: server) } }
    await server.listens()
    try Descriptor.show("\(server.address)\n")
    let letter = open ? try Letter(leadingTo: server.address) : nil
    defer { letter?.remove() }
    if let letter { try Self.browse(letter.path) }
    while !Interrupts.isRaised, !serving.isCancelled {
      try await Task.sleep(for: .milliseconds(100))
    }
    serving.cancel()
  }

  /// Those of the program, or those in the folder, all of which can be read now; of one that cannot be later on the page and
  /// the terminal are told.
  private func readableAssets() throws(ExitCode) -> Assets {
    guard let assets else { return { $0.shipped } }
    let read: Assets = { asset throws(CatalogError) in
      do throws(InputError) { return try Files.read("\(assets)/\(asset.rawValue)") } catch {
        Failure.say("error: \(error)")
        throw CatalogError(error.description)
      }
    }
    for asset in Asset.allCases {
      do throws(CatalogError) { _ = try read(asset) } catch { throw Failure.badInput }
    }
    return read
  }

  private static func outcome(of server: PlaygroundServer) async {
    do throws(PlaygroundServer.Failure) { try await server.run() } catch { Foundation.exit(report(error).rawValue) }
  }

  private static func report(_ failure: PlaygroundServer.Failure) -> ExitCode {
    switch failure {
    case .portIsTaken(let port):
      Failure.report(
        CatalogError(
          "port `\(port)` is taken", hint: "another server runs there; \(CommandWords.option("port", "0")) takes a free one"),
        status: Failure.unavailable)
    case .cannotListen(let why):
      Failure.report(CatalogError("no server can listen: \(why)"), status: Failure.unavailable)
    }
  }

  /// In the reader's browser.
  private static func browse(_ file: String) throws {
    guard let opener = ["xdg-open", "open"].lazy.compactMap(Child.find).first else {
      throw Failure.report(
        CatalogError("no browser can be started: there is no `xdg-open`", hint: "open the address by hand"),
        status: Failure.unavailable)
    }
    let status = try Child.status(of: opener, [file])
    if status != 0 { Failure.say("no browser was opened: `\(opener)` ended with \(status); open the address by hand") }
  }
}
