internal import GamekeeperKit

@main enum Main {
  @MainActor static func main() async { await Gamekeeper.main() }
}
