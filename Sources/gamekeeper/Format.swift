internal import ArgumentParser

enum Format: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown
}
