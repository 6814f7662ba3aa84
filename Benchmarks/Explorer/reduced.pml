/* A reduced domain management protocol, for comparing the speed of two explorers on the same states.
 *
 * Three operators (the third dishonest, n = 2), two HSMs, K = 5 versions of the trust. A version lists a subset of the HSMs, chosen by the
 * adversary among the two genuine ones and a rogue one; the honest operators sign versions without the rogue one only, and a version comes
 * into force when two operators signed it. Two hosts follow the versions at their own pace. Every HSM may issue a token for every version in
 * force, with or without a key. One atomic step is one transition, as in ReducedProtocol.swift, which has the same guards in the same order. */
#define K 5
byte current = 0;          /* the newest version in force */
byte lists = 1;            /* which HSMs the candidate lists: bit 2 is the rogue one */
byte signed_ = 0;          /* who signed the candidate */
byte force_ = 1;           /* which HSMs the version in force lists */
byte host[2];              /* the version each host has */
byte token[K];             /* per version: which of the two HSMs issued a token */
byte keyed[K];             /* per version: which of them issued one with a key */

active proctype world() {
  do
  /* the adversary proposes a candidate */
  :: atomic { current < K - 1 && signed_ == 0 && lists != 1 -> lists = 1 }
  :: atomic { current < K - 1 && signed_ == 0 && lists != 2 -> lists = 2 }
  :: atomic { current < K - 1 && signed_ == 0 && lists != 3 -> lists = 3 }
  :: atomic { current < K - 1 && signed_ == 0 && lists != 7 -> lists = 7 }
  /* operators sign */
  :: atomic { current < K - 1 && (signed_ & 1) == 0 && (lists & 4) == 0 -> signed_ = signed_ | 1 }
  :: atomic { current < K - 1 && (signed_ & 2) == 0 && (lists & 4) == 0 -> signed_ = signed_ | 2 }
  :: atomic { current < K - 1 && (signed_ & 4) == 0 -> signed_ = signed_ | 4 }
  /* it comes into force: two of three signed */
  :: atomic { signed_ == 3 || signed_ == 5 || signed_ == 6 || signed_ == 7 -> force_ = lists; current = current + 1; signed_ = 0 }
  /* hosts follow */
  :: atomic { host[0] < current -> host[0] = host[0] + 1 }
  :: atomic { host[1] < current -> host[1] = host[1] + 1 }
  /* HSMs issue tokens for the version in force, then with a key */
  :: atomic { (force_ & 1) != 0 && (token[current] & 1) == 0 -> token[current] = token[current] | 1 }
  :: atomic { (force_ & 2) != 0 && (token[current] & 2) == 0 -> token[current] = token[current] | 2 }
  :: atomic { (token[current] & 1) != 0 && (keyed[current] & 1) == 0 -> keyed[current] = keyed[current] | 1 }
  :: atomic { (token[current] & 2) != 0 && (keyed[current] & 2) == 0 -> keyed[current] = keyed[current] | 2 }
  od
}
