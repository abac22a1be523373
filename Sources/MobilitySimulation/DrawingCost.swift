/// What a projection is measured against: drawing its random numbers and doing nothing with them.
public struct DrawingCost {
    private let model: ProjectionModel

    public init(_ simulator: Simulator) { model = simulator.model }

    /// Random numbers that a replicate draws.
    public func draws(inReplicate replicate: Int) -> Int { Replicator(model).replicate(replicate).draws }

    /// Draws at least `count` numbers of the same people, in the same blocks and with the same hash as a projection does.
    ///
    /// - Returns: something that depends on every draw, so that none can be left out.
    public func draw(_ count: Int) -> UInt64 {
        guard !model.keys.isEmpty else { return 0 }
        var done = 0, pass = 0
        var result: UInt64 = 0
        while done < count {
            let salts = (0..<8).map { Salt(seed: model.seed, replicate: pass, cycle: $0, step: 0) }
            model.keys.withUnsafeBufferPointer { keys in
                var start = 0
                while start < keys.count, done < count {
                    let end = min(start + Sampler.block, keys.count)
                    for salt in salts { for position in start..<end { result &+= salt.draw(keys[position]) } }
                    done += (end - start) * salts.count
                    start = end
                }
            }
            pass += 1
        }
        return result
    }
}
