import Foundation
import MobilityModel
import OracleSupport
import Testing

@testable import MobilityPlanning

/// The exported model against the planner, whose optimum trying everything confirms elsewhere.
@Suite struct ExportTests {
    /// Scenarios that touch every column and key: stay limits, skills of earlier cycles, pools, rules, funds, quota trees, openings.
    @Test(arguments: 0..<8) func hasTheOptimumOfEveryStage(block: Int) throws {
        var judged = 0
        for seed in (block * 50)..<((block + 1) * 50) {
            let scenario = OracleFamily.scenario(seed: seed)
            let result = Planner(scenario: scenario).plan()
            guard result.status == .optimal || result.status == .infeasible else { continue }
            judged += 1
            try check(scenario, result, "seed \(seed)")
        }
        #expect(judged >= 40)
    }

    /// A stay that two limits look at, of which one forgets it before the other.
    @Test func aStayIsRememberedUntilEveryLimitHasForgottenIt() throws {
        let scenario = OracleFamily.scenario(seed: 2_346)
        try check(scenario, Planner(scenario: scenario).plan(), "seed 2346")
    }

    /// Two people who may be back from a stay at the end of February or June, and then learn in July what two others ask for: after 60 days of rest
    /// that in August, worth 5, is too early for those who are back in June. So both stay at home in spring.
    @Test func trainingDuringRestShortensNoRest() throws {
        func request(_ id: Request.ID, _ start: String, _ end: String, _ certificates: [String], _ priority: Int) -> Request {
            Request(
                id: id, employer: "e", country: "ML", channel: "c", sector: "s", occupation: "picker", start: day(start), end: day(end),
                places: 2, certificates: certificates, priority: priority)
        }
        let scenario = Scenario(
            name: "rest", horizon: day("2027-01-01")...day("2027-12-31"),
            candidates: [Candidate(id: "a", count: 2, origin: "ML", sex: .female, born: day("1990-01-01"), occupations: ["picker"], from: day("2027-01-01"))],
            requests: [
                request("winter", "2027-02-01", "2027-02-28", [], 1), request("spring", "2027-05-01", "2027-06-30", [], 1), request("august", "2027-08-15", "2027-08-25", ["B"], 5),
                request("autumn", "2027-09-10", "2027-09-30", ["B"], 1),
            ],
            sessions: [CourseSession(id: "july", grants: [.certificate("B")], start: day("2027-07-05"), end: day("2027-07-15"), seats: 5)],
            channels: ["c": Channel(name: "c")], cycle: CycleRules(restDays: 60), objective: [.placements])
        let result = Planner(scenario: scenario).plan()
        #expect(result.terms.map(\.value) == [12])
        try check(scenario, result, "rest")
    }

    /// Each path through the training of a network is a set of the catalogue, and each set a path.
    @Test func trainingHasAPathForEverySet() throws {
        var compared = 0
        for seed in 0..<400 {
            let scenario = OracleFamily.scenario(seed: seed)
            let instance = try Instance(scenario)
            for (number, need) in instance.needs.enumerated() where !need.missing.isEmpty {
                let latest = instance.book.latestStarts[number]
                let list = try instance.training.list(profile: need.profile, missing: need.missing, acquired: 0, before: latest)
                let sets = instance.training.lists[list].map(\.sessions)
                #expect(paths(instance, need, before: latest) == Set(sets), "seed \(seed), need \(number)")
                compared += sets.count
            }
        }
        #expect(compared > 200)
    }

    /// Sequences of sessions that leave nothing lacking.
    private func paths(_ instance: Instance, _ need: Need, before latest: Day) -> Set<[Int]> {
        let (training, sessions) = (instance.training, instance.scenario.sessions)
        let everything = training.atoms.skills.indices.reduce(into: AtomSet()) { $0.insert($1) }
        var found: Set<[Int]> = []
        func go(_ schooling: Schooling, _ attended: [Int]) {
            if schooling.isComplete { found.insert(attended) }
            for session in sessions.indices where training.admits(session, origin: training.profiles[need.profile].origin) && sessions[session].end < latest {
                if let last = attended.last, sessions[session].start <= sessions[last].end { continue }
                let lessons = schooling.attending(
                    grants: training.atoms.granted[session], useful: everything,
                    lacking: training.lacking(session, profile: need.profile, had: .empty), had: .empty)
                guard let lessons else { continue }
                var next = schooling
                next.lessons = lessons
                go(next, attended + [session])
            }
        }
        go(Schooling(line: 0, missing: need.missing, lessons: []), [])
        return found
    }

    /// Term after term, those before kept at their optimum.
    private func check(_ scenario: Scenario, _ result: PlanResult, _ comment: String) throws {
        let path = NSTemporaryDirectory() + "export-\(UUID().uuidString).mps"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let model = try PlanningModel(scenario)
        var kept: [PlanningModel.Kept] = []
        for (index, term) in model.terms.enumerated() {
            _ = try model.write(term, keeping: kept, to: path)
            let answer = MPSFile(path: path).minimum()
            guard result.status == .optimal else {
                #expect(answer == .infeasible, "\(comment), \(term)")
                return
            }
            let value = result.terms[index].value
            #expect(answer == .optimal(term.isMaximised ? -value : value), "\(comment), \(term)")
            kept.append(PlanningModel.Kept(term: term, value: value))
        }
    }
}
