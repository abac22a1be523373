import Distributions
import MobilityModel
import Testing

@testable import MobilitySimulation

@Suite struct DelayTests {
    /// Draws lognormal days by inversion on a fixed grid of 1,000 x 1,000 quantiles.
    private func byGrid(_ late: Lateness, _ authorisation: Delay, _ visa: Delay) -> Double {
        func days(_ delay: Delay) -> [Double] {
            (0..<1000).map { i in
                let z = NormalDistribution.quantile((Double(i) + 0.5) / 1000)
                return delay.medianDays * exponential(delay.logSD * z)
            }
        }
        let visas = days(visa)
        var fitting = 0
        for a in days(authorisation) {
            let room = Double(late.toStart) - max(0, a - Double(late.toApplication ?? Int.max / 2))
            // Ascending, so those that fit are the first.
            var low = 0, high = visas.count
            while low < high {
                let middle = (low + high) / 2
                if visas[middle] <= room { low = middle + 1 } else { high = middle }
            }
            fitting += low
        }
        return Double(fitting) / 1e6
    }

    /// By the series, halved until it converges fast.
    private func exponential(_ x: Double) -> Double {
        var sum = 1.0, term = 1.0
        for k in 1...20 {
            term *= x / 64 / Double(k)
            sum += term
        }
        return (0..<6).reduce(sum) { value, _ in value * value }
    }

    @Test(arguments: [(40, 90), (5, 60), (0, 45), (-10, 50), (100, 20), (60, 200)])
    func theIntegralIsTheShareThatFits(toApplication: Int, toStart: Int) {
        let late = Lateness(toApplication: toApplication, toStart: toStart, processingDays: 30)
        let authorisation = Delay(medianDays: 30, logSD: 0.6), visa = Delay(medianDays: 35, logSD: 0.4)
        let exact = late.chance([.authorisation: authorisation, .visa: visa], logMedians: [:])
        #expect(abs(exact - byGrid(late, authorisation, visa)) < 0.002, "\(exact)")
    }

    @Test func aDelayThatIsNotGivenTakesThePlannedDays() {
        let late = Lateness(toApplication: 40, toStart: 60, processingDays: 30)
        let delay = Delay(medianDays: 70, logSD: 0.5)
        // 30 of the 60 days are the visa's: 70 are left in all.
        #expect(abs(late.chance([.authorisation: delay], logMedians: [:]) - 0.5) < 1e-12)
        #expect(abs(late.chance([.visa: Delay(medianDays: 60, logSD: 0.5)], logMedians: [:]) - 0.5) < 1e-12)
        let unfiled = Lateness(toApplication: nil, toStart: 60, processingDays: 30)
        #expect(unfiled.chance([.authorisation: delay], logMedians: [:]) == 1)
    }

    @Test func withoutScatterADelayFitsOrDoesNot() {
        let late = Lateness(toApplication: 40, toStart: 60, processingDays: 30)
        func chance(_ a: Double, _ v: Double, _ scatterOfA: Double = 0, _ scatterOfV: Double = 0) -> Double {
            let authorisation = Delay(medianDays: a, logSD: scatterOfA), visa = Delay(medianDays: v, logSD: scatterOfV)
            return late.chance([.authorisation: authorisation, .visa: visa], logMedians: [:])
        }
        #expect(chance(40, 59.9) == 1 && chance(70, 29.9) == 1 && chance(70, 31) == 0 && chance(40, 61) == 0)
        #expect(abs(chance(70, 30, 0, 0.5) - 0.5) < 1e-12)
        #expect(abs(chance(70, 30, 0.5, 0) - 0.5) < 1e-12)
        // The limits of little scatter.
        #expect(abs(chance(70, 30, 1e-3, 0.5) - 0.5) < 1e-3)
        #expect(abs(chance(70, 30, 0.5, 1e-3) - 0.5) < 1e-3)
    }

    @Test func whoComesTooLateForfeitsTheCycle() throws {
        // Visa date 1 April, start 1 July: 91 days.
        var season = Season(people: 1000, cycles: 2, sessions: [], chances: [.arrivedInTime: 0.8])
        season.scenario.behaviour.delays = [.visa: Delay(medianDays: 91, logSD: 0.3)]
        let projection = try season.project(100)
        let first = try #require(projection.group("cycle=1"))
        let departed = try #require(first[.departed])
        #expect(abs(departed.mean - 400) < 4 * departed.standardError)
        #expect(first[.visasGranted]?.mean == 1000)
        // Those who come too late and those who come back take up the next cycle.
        #expect(projection.group("cycle=2")?[.takenUp]?.mean == 1000)
    }

    @Test func theMedianIsUncertainWithItsObservations() {
        let behaviour = Behaviour(delays: [.visa: Delay(medianDays: 60, logSD: 0.5, n: 25)])
        var moments = Moments()
        for replicate in 0..<2000 {
            moments.add(ReplicateParameters(behaviour, seed: 3, replicate: replicate).delays[.visa] ?? 0)
        }
        #expect(abs(moments.mean - 4.0943445622221) < 4 * 0.1 / 2000.0.squareRoot())
        #expect(abs(moments.variance / 0.01 - 1) < 0.13)
    }
}
