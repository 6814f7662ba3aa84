// Everything that a package of one's own builds on, under one name: `import GamekeeperKit`.
@_exported public import Adversaries
@_exported public import Arena
@_exported public import Catalog
@_exported public import Coins
@_exported public import CommandLineTool
@_exported public import DomainManagement
@_exported public import Enumeration
@_exported public import GameKit
@_exported public import Games
@_exported public import Policy
@_exported public import Primitives
@_exported public import Records
@_exported public import Referee
@_exported public import Reports
@_exported public import Scenarios
