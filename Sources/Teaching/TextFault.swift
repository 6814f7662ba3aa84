/// What is wrong with a text, in words.
struct TextFault: Error {
  let words: String
  init(_ words: String) { self.words = words }
}
