import Foundation
import MobilityModel

extension Conflict {
    /// Without what is said of other members where there is none.
    var withoutOthers: Conflict {
        guard members.count == 1 else { return self }
        var alone = self
        alone.members[0].detail = members[0].detail.replacingOccurrences(of: "; with the others here, ", with: "; ")
        return alone
    }
}
