package import Families

/// All that stands below the domain key.
package let keyHierarchy = Family(
  attacks: derivedKeys.attacks + misuse.attacks + envelopes.attacks, games: derivedKeys.games + misuse.games,
  hops: derivedKeys.hops + envelopes.hops)
