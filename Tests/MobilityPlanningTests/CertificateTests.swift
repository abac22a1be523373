import MobilityChecking
import MobilityModel
import OracleSupport
import Testing

@testable import MobilityPlanning

/// The prices that a search leaves behind, proven again by code that shares nothing with it.
@Suite struct CertificateTests {
    private struct Proof {
        var scenario: Scenario
        var result: PlanResult
        var bounds: [CertifiedBound]
    }

    private static func proof(_ scenario: Scenario, _ options: PlanOptions = PlanOptions()) -> Proof? {
        let result = Planner(scenario: scenario, options: options).plan()
        guard result.status == .optimal || result.status == .feasible else { return nil }
        let checker = PlanChecker(scenario: scenario)
        let bounds = checker.certifiedBounds(result.certificate, of: checker.check(result.plan, pins: options.pins), pins: options.pins)
        return Proof(scenario: scenario, result: result, bounds: bounds)
    }

    /// Holds a proof against its own plan and against what the search's prices proved in floating point; returns how many terms it closes.
    private static func closed(_ proof: Proof, _ label: String) -> Int {
        #expect(proof.bounds.map(\.term) == proof.result.terms.map(\.term), "\(label)")
        var closed = 0
        for (index, bound) in proof.bounds.enumerated() {
            guard let proven = bound.bound else { Issue.record("\(label), \(bound.term): \(bound.obstacle)"); continue }
            let sign: Int64 = bound.term.isMaximised ? 1 : -1
            #expect(sign * proven >= sign * bound.value, "\(label), \(bound.term): \(bound.value) is better than \(proven)")
            if index < proof.result.priceProof.terms.count {
                let searched = proof.result.priceProof.terms[index].bound
                #expect(Double(sign * proven) <= searched + 1e-6 * (1 + abs(searched)), "\(label), \(bound.term): \(proven), the search had \(searched)")
            }
            if proven == bound.value { closed += 1 }
        }
        return closed
    }

    @Test(arguments: 0..<6) func whatTheSearchProvedIsProvenAgain(block: Int) {
        var (terms, closed) = (0, 0)
        for seed in (block * 20)..<((block + 1) * 20) {
            guard let proof = Self.proof(OracleFamily.scenario(seed: seed)) else { continue }
            terms += proof.bounds.count
            closed += Self.closed(proof, "seed \(seed)")
        }
        // The rest is closed by search, and the certificate does not claim it.
        #expect(Double(closed) >= 0.7 * Double(terms), "\(closed) of \(terms)")
    }

    @Test func pricesAloneAreProvenAgain() {
        var proofs = 0
        for seed in [2, 3, 5, 23] {
            var options = PlanOptions(gap: 0.01, findsReasons: false)
            options.usesPricesAlone = true
            guard let proof = Self.proof(OracleFamily.scenario(seed: seed), options) else { continue }
            _ = Self.closed(proof, "seed \(seed)")
            proofs += 1
        }
        #expect(proofs >= 3)
    }

    @Test func pinnedPlansAreProvenAgain() throws {
        var (terms, closed, priced) = (0, 0, 0)
        for seed in 0..<40 {
            let scenario = OracleFamily.scenario(seed: seed)
            guard let pins = OracleFamily.pins(for: scenario, seed: seed), let proof = Self.proof(scenario, PlanOptions(pins: pins)) else { continue }
            terms += proof.bounds.count
            closed += Self.closed(proof, "seed \(seed)")
            if proof.result.certificate.stages.contains(where: { $0.prices.contains { if case .pinned = $0.limit { true } else { false } } }) { priced += 1 }
        }
        #expect(priced > 0)
        #expect(Double(closed) >= 0.7 * Double(terms), "\(closed) of \(terms)")
    }

    /// Four people alike and one consulate with so many applications a month: prices alone tell how many can go.
    @Test func aTightRelaxationIsCertifiedToTheLastPoint() throws {
        for capacity in 0...2 {
            let proof = try #require(Self.proof(.queue(capacity: capacity)))
            #expect(proof.bounds.map(\.bound) == proof.result.terms.map(\.value), "\(capacity)")
            #expect(proof.result.certificate.stages.allSatisfy { $0.power == 0 })
        }
    }

    @Test(arguments: [3, 7, 11, 19]) func tamperedPricesOnlyWeaken(seed: Int) {
        let scenario = OracleFamily.scenario(seed: seed)
        guard let proof = Self.proof(scenario) else { return }
        let checker = PlanChecker(scenario: scenario)
        let report = checker.check(proof.result.plan)
        var random = SplitMix64(seed: UInt64(seed))
        for _ in 0..<40 {
            var forged = proof.result.certificate
            for stage in forged.stages.indices {
                for index in forged.stages[stage].prices.indices where random.next() % 3 == 0 {
                    let old = forged.stages[stage].prices[index].mantissa
                    forged.stages[stage].prices[index].mantissa = [0, old / 2, old &* 3, -old, Int64.max, 1][Int(random.next() % 6)]
                    if case .kept(let term, let value) = forged.stages[stage].prices[index].limit {
                        forged.stages[stage].prices[index].limit = .kept(term, value + Int64(random.next() % 9) - 4)
                    }
                }
            }
            for bound in checker.certifiedBounds(forged, of: report) {
                guard let proven = bound.bound else { continue }
                #expect(bound.term.isMaximised ? proven >= bound.value : proven <= bound.value, "\(bound)")
            }
        }
    }

    @Test func theSamePricesEveryTime() {
        for seed in [1, 4] {
            let scenario = OracleFamily.scenario(seed: seed)
            #expect(Planner(scenario: scenario).plan().certificate == Planner(scenario: scenario).plan().certificate)
        }
    }
}
