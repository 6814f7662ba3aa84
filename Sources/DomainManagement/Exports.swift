// Keys, handles and encodings are parts of the protocol's interface, wherever they stand.
@_exported public import DomainKeys
@_exported public import Quorums
@_exported public import Wire
