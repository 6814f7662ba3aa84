internal import CommandLineTool

@main enum Main {
  static func main() async { await Gamekeeper.main() }
}
