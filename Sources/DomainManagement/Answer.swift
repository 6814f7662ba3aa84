/// What an HSM answered. It can be built from a `WireMessage` only, and only after the policy has seen the bytes that leave.
public struct Answer<Message: WireMessage> {
  public let message: Message

  init(_ message: Message) { self.message = message }
}
