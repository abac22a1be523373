import MobilityModel

/// `scenario.yaml` of the decree and of its corridors.
struct DecreeSettings {
    var seed: UInt64
    var corridor: Corridor?

    var text: String { head + Self.channels + rest }

    private var head: String {
        let command = corridor.map { " --corridor \($0.origin) --year \($0.year)" } ?? ""
        let title = corridor.map { "Decreto flussi \($0.year), corridor of \($0.origin)" } ?? "Decreto flussi 2026-2028"
        let description = corridor.map {
            "People of \($0.origin) in \($0.year), and their part of the decree's places and of the requests."
        } ?? "Three years of the Italian decree: 497,550 places, a million people in pools, employers' requests as rows with counts."
        let horizon = corridor.map { "{from: \($0.year)-01-01, until: \($0.year)-12-31}" } ?? "{from: 2026-01-01, until: 2028-12-31}"
        return """
            # Made by: mobility generate decreto-flussi --seed \(seed)\(command)
            title: \(title)
            description: >-
              \(description)

            references:
            \(Self.references)

            horizon: \(horizon)


            """
    }

    static let references = """
          - "certifico.com/id/24803, partnerup.it: yearly totals, seasonal and non-seasonal places, sectors"
          - "tg24.sky.it 2026-02-16; lavorofacile.it (note 531): listed countries, new agreements, refugees"
          - "immigrazione.biz (note 64); previdenzafisco.it, lavorofacile.it (note 423): split of the seasonal places"
          - "edotto.com, iosrlcultura.com, eclavoro.it: click days"
          - "ateneoweb.com (L. 179/2025): 10,000 care places outside the decree"
          - "agoral.it: 180,012 requests pre-filled in November 2024 (63,485 non-seasonal, 66,761 seasonal, 49,766 care)"
          - "erostraniero.it/elementor-2207: contracts in North 62.5%, Centre 14.4%, South 23.1%"
          - "lmservizi.it: 6,691 places in training abroad under article 23; 650 self-employed"
          - "cliclavoro.gov.it, fiscoetasse.com: seasonal stay, days of authorisation"
          - "cpia3torino.edu.it, cpiakr.edu.it, volint.it: hours of Italian, modules and classes"
          - "eu-visa-policy, 2024: 6,050 files at the Italian consulate in Senegal (short stays, proxy)"
          - "stranieriinitalia.it, italyvms.com: national visa EUR 116"
          - "tuttolavoro24.it: farm wage floors of EUR 5.59 and 7.50 an hour, 39 hours a week (weak)"
          - "IEAM, Reframing mobility Mali-Europe (2025): 600,000 XOF of reintegration aid"
        """

    static let channels = """
        channels:
          # 20 days: cliclavoro.gov.it, fiscoetasse.com. 270 days in 365: article 24(7) TUI. The decree reserves places for what
          # employers' organisations file, hence two seasonal channels; `rest_days` keeps the nine months across both.
          seasonal: {quota: true, sectors: [agriculture, tourism], authorisation_days: 20, stay: {days: 270, window: 365}}
          seasonal_organisations: {quota: true, sectors: [agriculture, tourism], authorisation_days: 20, stay: {days: 270, window: 365}}
          # 60 days: fiscoetasse.com, confagricolturavicenza.it. 8 days: confindustriatoscanacentroecosta.it.
          non_seasonal: {quota: true, authorisation_days: 60, labour_market_test_days: 8}
          # Days as for other work: assumed.
          self_employed: {quota: true, authorisation_days: 60}
          # L. 179/2025, ateneoweb.com.
          care_outside_quota: {quota: true, sectors: [family_care], authorisation_days: 60, labour_market_test_days: 8}
          # Article 23 TUI, integrazionemigranti.gov.it.
          training_abroad: {quota: false, authorisation_days: 60}


        """

    /// Rules of round trips, costs and weights, with travel from the origins given.
    static func cyclesAndWeights(_ origins: [DecreeOrigin]) -> String {
        let travel = origins.map { "    - {origin: \($0.country), country: IT, eur: \($0.travel)}" }.joined(separator: "\n")
        return """
            cycle:
              rest_days: 95         # 365 less 270: article 24(7) TUI holds across both seasonal channels
              visa_margin_days: 7   # assumed
              max_cycles: 4         # assumed
              age: {min: 18, max: 60}  # upper end assumed
              require_filed: true   # no place without an employer's request: DPCM, circular 8047/2025

            costs:
              travel:  # assumed around EUR 565 (revista.lamardeonuba.es, proxy)
            \(travel)
              reintegration_eur: 915  # 600,000 XOF at 655.957 XOF a euro: IEAM 2025

            # Seasonal workers who came back have precedence: article 24(9) TUI. The weight is assumed.
            priorities:
              - {who: {returning: true}, where: {channel: [seasonal, seasonal_organisations]}, add: 1}

            # Weights assumed.
            match: {occupation: 40, language: 20, employer: 20, destination: 10}
            """
    }

    private var rest: String {
        let origins = corridor.map { c in DecreeOrigin.all.filter { $0.country == c.origin } } ?? DecreeOrigin.all
        return """
            \(Self.cyclesAndWeights(origins))

            # All assumed: what a ministry might ask for.
            rules:
            \(rules)

            objective: [placements, match, cost]
            seed: \(seed)

            """
    }

    private var rules: String {
        let whole = [
            "{id: women, kind: at_least, share: 0.25, who: {sex: F}, penalty: 1}",
            "{id: young, kind: at_least, share: 0.2, who: {age_max: 29}, penalty: 1}",
            "{id: returners-in-seasons, kind: at_least, share: 0.1, who: {returning: true}, where: {channel: [seasonal, seasonal_organisations]}, penalty: 1}",
            "{id: one-origin, kind: at_most, share: 0.25, who: {origin: BD}}",
            "{id: sahel, kind: at_least, share: 0.005, who: {origin: [ML, NE, BF]}, penalty: 2}",
            "{id: south-harvest, kind: at_least, count: 15000, where: {region: South, sector: agriculture}, penalty: 1}",
            "{id: centre, kind: at_least, count: 40000, where: {region: Centre}, penalty: 1}",
        ]
        let small = [
            "{id: women, kind: at_least, share: 0.25, who: {sex: F}, penalty: 1}",
            "{id: young, kind: at_least, share: 0.2, who: {age_max: 29}, penalty: 1}",
            "{id: returners-in-seasons, kind: at_least, share: 0.15, who: {returning: true}, where: {channel: [seasonal, seasonal_organisations]}, penalty: 1}",
            "{id: one-area, kind: at_most, share: 0.35, who: {area: Bamako}}",
            "{id: south-harvest, kind: at_least, count: 30, where: {region: South, sector: agriculture}, penalty: 1}",
            "{id: centre, kind: at_least, count: 15, where: {region: Centre}, penalty: 1}",
        ]
        let area = corridor.flatMap { c in DecreeOrigin.all.first { $0.country == c.origin }?.areas.first } ?? ""
        return (corridor == nil ? whole : small)
            .map { "  - " + $0.split(separator: "Bamako", omittingEmptySubsequences: false).joined(separator: area) }
            .joined(separator: "\n")
    }
}
