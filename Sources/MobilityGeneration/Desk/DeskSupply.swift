import MobilityModel

extension Desk {
    /// Sessions spread over the horizon, most of them for one origin.
    func courses() -> [CourseSession] {
        var random = SplitMix64(seed: seed, stream: 13)
        let byCourse = apportion(sessions, weights: DeskVocabulary.courses.map(\.weight))
        var result: [CourseSession] = []
        for (course, count) in zip(DeskVocabulary.courses, byCourse) {
            for number in 0..<count {
                // One session in each of `count` equal parts of the horizon, so that no skill is taught only once.
                let from = number * months / count
                let until = max(from, min((number + 1) * months / count, months - 2) - 1)
                let start = day(inMonth: random.number(in: from...until), random.pick([1, 6, 11, 16]))
                let origins: [Country] = random.chance(1, in: 3)
                    ? [] : [DeskVocabulary.origins[random.index(weights: DeskVocabulary.origins.map(\.weight))].country]
                let seats = max(2, people * random.number(in: 25...55) / 1_000 * 40 / max(sessions, 1))
                result.append(CourseSession(
                    id: .init("\(course.name)-\(number + 1)"), grants: course.grants, requires: course.requires, origins: origins,
                    start: start, end: start + (course.days - 1), seats: seats,
                    minSeats: random.chance(1, in: 4) ? min(seats, 4) : 0, seatCost: Cents(Int64(course.seatCost) * 100),
                    runCost: random.chance(1, in: 2) ? Cents(Int64(seats) * 2_000) : .zero))
            }
        }
        return result
    }

    /// One consulate for each pair of countries.
    func consulates() -> [Consulate] {
        var random = SplitMix64(seed: seed, stream: 14)
        return DeskVocabulary.origins.flatMap { origin in
            DeskVocabulary.destinations.map { destination in
                let files = people * origin.weight * destination.weight / 10_000
                return Consulate(
                    id: .init("\(destination.country)-in-\(origin.country)"), origin: origin.country, country: destination.country,
                    monthlyCapacity: max(1, files * random.number(in: 4...8) / 100), processingDays: 15 + 5 * random.below(6),
                    fee: Cents(Int64(80 + 4 * random.below(10)) * 100))
            }
        }
    }

    var funds: [Fund] {
        let share = Int64(places)
        return [
            Fund(id: "training", amount: Cents(share * 11_000), kinds: [.training]),
            Fund(id: "travel-sahel", amount: Cents(share * 34_000), kinds: [.visa, .travel], origins: ["ML", "SN"]),
            Fund(id: "travel-any", amount: Cents(share * 18_000), kinds: [.visa, .travel]),
            Fund(id: "reintegration", amount: Cents(share * 24_000), kinds: [.reintegration]),
        ]
    }

    var settings: String {
        """
        # Made by: mobility generate desk --seed \(seed) --people \(people) --requests \(requests) --months \(months) --sessions \(sessions)
        # Made up throughout: no figure stands for a real programme.
        title: Desk of \(people) people, \(requests) requests, \(months) months
        horizon: {from: \(firstDay), until: \(lastDay)}
        channels:
          seasonal: {quota: true, sectors: [agriculture, tourism], authorisation_days: 20, stay: {days: 270, window: 365}}
          non_seasonal: {quota: true, authorisation_days: 40, labour_market_test_days: 8}
          training_abroad: {authorisation_days: 30}
        cycle: {rest_days: 60, visa_margin_days: 7, max_cycles: 4, age: {min: 18, max: 60}, require_filed: true}
        costs:
          travel:
            - {origin: ML, country: IT, eur: 565}
            - {origin: ML, country: ES, eur: 540}
            - {origin: ML, country: FR, eur: 590}
            - {origin: SN, country: IT, eur: 560}
            - {origin: SN, country: ES, eur: 480}
            - {origin: SN, country: FR, eur: 520}
            - {origin: MA, country: IT, eur: 220}
            - {origin: MA, country: ES, eur: 80}
            - {origin: MA, country: FR, eur: 180}
            - {origin: TN, country: IT, eur: 150}
            - {origin: TN, country: ES, eur: 260}
            - {origin: TN, country: FR, eur: 190}
          reintegration_eur: 300
        priorities:
          - {who: {returning: true}, where: {channel: seasonal}, add: 1}
        match: {occupation: 40, language: 20, employer: 20, destination: 20}
        rules:
          - {id: women, kind: at_least, share: 0.3, who: {sex: F}}
          - {id: one-origin, kind: at_most, share: 0.5, who: {origin: ML}}
          - {id: france, kind: at_most, count: \(places / 8), where: {country: FR}}
          - {id: young, kind: at_least, share: 0.35, who: {age_max: 29}, penalty: 1}
          - {id: returners, kind: at_least, share: 0.2, who: {returning: true}, where: {sector: agriculture}, penalty: 1}
          - {id: care, kind: at_least, count: \(places / 20), where: {sector: care}, penalty: 2}
        objective: [placements, match, cost]
        seed: \(seed)

        """
    }
}
