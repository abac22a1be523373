import MobilityModel

/// Why people stay at home and places stay empty.
struct Reasons {
    let instance: Instance
    let assignment: Assignment
    let plan: Plan

    init(_ instance: Instance, assignment: Assignment, plan: Plan) throws {
        self.instance = instance
        self.assignment = assignment
        self.plan = plan
    }

    func unplaced() throws -> [Unplaced] { [] }
    func unfilled() throws -> [Unfilled] { [] }
}
