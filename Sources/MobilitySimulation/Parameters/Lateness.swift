import Foundation
import MobilityModel

/// The days that a cycle leaves for its authorisation and its visa, where delays are given.
struct Lateness: Hashable, Sendable {
    /// From filing, the labour-market test left out, to the visa date; `nil` where the request has no filing date.
    var toApplication: Int?
    /// From the visa date to the start of the stay.
    var toStart: Int
    /// The consulate's.
    var processingDays: Int

    /// The chance that the visa is there by the start: `max(visa date, filed + test + A) + V <= start`, with A and V
    /// lognormal and independent.
    ///
    /// With x days to the application and T from there to the start it is
    /// `F_A(x) F_V(T) + integral from x to x + T of f_A(a) F_V(x + T - a) da`, the integral taken over the normal scale by
    /// composite Gauss-Legendre quadrature (4 panels of 8 points between the points where F_V turns). A delay that is not given takes the days that were
    /// planned for it.
    ///
    /// - Parameter logMedians: of the delays given, in this replicate.
    func chance(_ delays: [DelayKind: Delay], logMedians: [DelayKind: Double]) -> Double {
        func lognormal(_ kind: DelayKind) -> Lognormal? {
            delays[kind].map { Lognormal(location: logMedians[kind] ?? Foundation.log($0.medianDays), scale: $0.logSD) }
        }
        let authorisation = toApplication == nil ? nil : lognormal(.authorisation)
        let visa = lognormal(.visa)
        let room = Double(toStart)
        let before = Double(toApplication ?? 0)
        switch (authorisation, visa) {
        case (nil, nil): return 1
        case (nil, let visa?): return visa.below(room)
        case (let authorisation?, nil): return authorisation.below(before + room - Double(processingDays))
        case (let authorisation?, let visa?): return Self.both(authorisation, visa, before: before, room: room)
        }
    }

    private static func both(_ authorisation: Lognormal, _ visa: Lognormal, before: Double, room: Double) -> Double {
        guard room > 0 else { return 0 }
        let whole = before + room
        if visa.scale == 0 {
            let days = Foundation.exp(visa.location)
            return days <= room ? authorisation.below(whole - days) : 0
        }
        if authorisation.scale == 0 {
            return visa.below(min(room, whole - Foundation.exp(authorisation.location)))
        }
        let inTime = authorisation.below(before) * visa.below(room)
        guard whole > 0 else { return inTime }
        let first = max(-9, before > 0 ? authorisation.standard(before) : -9)
        let last = min(9, authorisation.standard(whole))
        guard first < last else { return inTime }
        // Where the visa takes its median, and where it is almost sure and almost impossible: between them all is smooth.
        let turns = [8.0, 0, -8].compactMap { z -> Double? in
            let days = whole - Foundation.exp(visa.location + visa.scale * z)
            return days > 0 ? authorisation.standard(days) : nil
        }
        let ends = [first] + turns.filter { $0 > first && $0 < last } + [last]
        var sum = 0.0
        for (start, end) in zip(ends, ends.dropFirst()) {
            let width = (end - start) / Double(panels)
            for panel in 0..<panels {
                let middle = start + (Double(panel) + 0.5) * width
                for (node, weight) in gauss {
                    for z in [middle - node * width / 2, middle + node * width / 2] {
                        let days = Foundation.exp(authorisation.location + authorisation.scale * z)
                        sum += width / 2 * weight * Foundation.exp(-z * z / 2) * visa.below(whole - days)
                    }
                }
            }
        }
        return min(1, inTime + sum / (2 * Double.pi).squareRoot())
    }

    private static let panels = 4

    /// Positive nodes and weights of the 8-point Gauss-Legendre rule (Abramowitz and Stegun, table 25.4).
    private static let gauss: [(Double, Double)] = [
        (0.183434642495650, 0.362683783378362), (0.525532409916329, 0.313706645877887),
        (0.796666477413627, 0.222381034453374), (0.960289856497536, 0.101228536290376),
    ]
}
