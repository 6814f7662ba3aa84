public import Arena
import Primitives

extension Catalog {
  /// The planted defects that are no rules left out: a twin by the name of a rule is the game without it.
  public static let twins = [
    TwinFacts("forgetful", "the ideal world forgets the first signature, or ciphertext, that it produced"),
    TwinFacts("drifting", "in one of 10⁴ trials the ideal world loses the record of every signature"),
    TwinFacts("biased", "once in 64 refusals the ideal world accepts what it should refuse"),
    TwinFacts("unflagged", "what should count as the bad event does not"),
    TwinFacts("submits-everything", "the reduction to one key submits its own signatures after a collision: it wins too often"),
    TwinFacts("hands-everything-on", "the reduction to one key submits what is under other keys, too: it works q times too much"),
    TwinFacts("asks-twice", "the reduction to one key submits each signature twice: it works more than it says"),
    TwinFacts("wrong-side", "the reduction to oracle Diffie–Hellman encrypts the right messages in place of the left ones"),
    TwinFacts(PrimitiveDefect.truncated.rawValue, "the hash function has one bit less than the bound is told"),
    TwinFacts("shared-key", "all recipients of a challenge have one key, instead of fresh ones"),
    TwinFacts("tagless-record", "every produced ciphertext is refused, under whatever tag, not under its own only"),
    TwinFacts("swapped-parts", "the parts of two recipients are given out in the wrong order"),
    TwinFacts(PrimitiveDefect.ephemeralReused.rawValue, "every encryption has the same ephemeral key"),
    TwinFacts(PrimitiveDefect.ephemeralNotBound.rawValue, "the key derivation leaves out the ephemeral key"),
    TwinFacts(PrimitiveDefect.tagNotAuthenticated.rawValue, "a ciphertext is not bound to its tag"),
    TwinFacts(PrimitiveDefect.unchecked.rawValue, "it is not checked that an element belongs to the group"),
    TwinFacts("unhashed", "group elements are keys as they are, without a key derivation"),
    TwinFacts("tagless-records", "recorded wraps are found under any tag: transplanted keys open"),
    TwinFacts("mixed-coins", "a corrupted key is answered under the coin that belongs to a tested one"),
    TwinFacts("data-blind", "a ciphertext opens under other associated data"),
    TwinFacts("handle-for-instance", "the ideal table goes by handle instead of by key: a ciphertext opens in another domain"),
    TwinFacts("leaky", "the simulator knows the first byte of a message, and encrypts it"),
    TwinFacts("lengthless", "the simulator is not even told lengths, and encrypts nothing"),
    TwinFacts("redirects-handle", "the simulator adds a key under another handle than the one that it is asked for"),
    TwinFacts("opens-domain", "the simulator encrypts an honest domain's zeros under a key that everybody knows"),
    TwinFacts("drops-branch", "the simulator serves the newest token only: a domain has one branch"),
    TwinFacts("gives-up", "the simulator gives up on the first request in an honest domain"),
    TwinFacts("guessable-signatures", "domain management is G₂, where HSMs' signatures can be guessed, in both worlds"),
    TwinFacts("wrapped-zeros", "domain management is G₆, where zeros are wrapped in place of keys, in both worlds"),
    TwinFacts("watched-replies", "an HSM watches its replies for domain keys, and so answers a question about a secret"),
    TwinFacts("context-not-bound", "keys are derived without their context: all messages have one"),
    TwinFacts("short-context", "a context has a quarter of its random bits: 32 of 128"),
    TwinFacts("counter-restarts", "a service that is restarted counts its nonces from zero again"),
    TwinFacts("commitment-unchecked", "the commitment to the key is written, and not checked"),
    TwinFacts("zeros-on-both-sides", "the reduction to the cipher encrypts zeros in place of keys and files on the left, too"),
    TwinFacts("quorum-assumption", "n operators are dishonest: the quorum assumption fails"),
  ]
}
