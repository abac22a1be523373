import MobilityModel

extension Setting {
    private static let whoKeys = ["sex", "age_min", "age_max", "origin", "area", "returning", "guarantor"]
    private static let whereKeys = ["country", "region", "sector", "channel", "employer", "year"]

    func who(_ node: YAMLNode, _ name: String, _ mentions: inout FilterMentions) -> Who {
        var who = Who()
        let values = mapping(node, name, keys: Self.whoKeys)
        if let node = values["sex"] {
            who.sex = self.values(node, "sex") { bytes throws(Complaint) in try Decode.choice(bytes, of: Sex.self) }
        }
        if let node = values["age_min"] { who.ageMin = number(node, "age_min", in: 0...150) }
        if let node = values["age_max"] { who.ageMax = number(node, "age_max", in: 0...150) }
        if let least = who.ageMin, let most = who.ageMax, most < least, let node = values["age_max"] {
            log.error("out_of_range", at: node.place, "`age_max`: found \(most), expected at least `age_min`, which is \(least)")
        }
        if let node = values["origin"] { who.origin = countries(node, "origin", .origin, &mentions) }
        if let node = values["area"] { who.area = names(node, "area", .area, &mentions) }
        if let node = values["returning"] {
            // A list of both is no filter.
            let flags = Set(list(node).compactMap { flag($0, "returning") })
            who.returning = flags.count == 1 ? flags.first : nil
        }
        if let node = values["guarantor"] {
            who.guarantor = self.values(node, "guarantor") { bytes throws(Complaint) in
                try Decode.choice(bytes, of: Guarantor.self)
            }
        }
        return who
    }

    func place(_ node: YAMLNode, _ mentions: inout FilterMentions) -> Where {
        var place = Where()
        let values = mapping(node, "where", keys: Self.whereKeys)
        if let node = values["country"] { place.country = countries(node, "country", .country, &mentions) }
        if let node = values["region"] { place.region = names(node, "region", .region, &mentions) }
        if let node = values["sector"] { place.sector = names(node, "sector", .sector, &mentions) }
        if let node = values["channel"] { place.channel = names(node, "channel", .channel, &mentions) }
        if let node = values["employer"] { place.employer = names(node, "employer", .employer, &mentions) }
        if let node = values["year"] { place.year = list(node).compactMap { number($0, "year", in: 1...9999) } }
        return place
    }

    private func countries(
        _ node: YAMLNode, _ name: String, _ kind: FilterMentions.Mention.Kind, _ mentions: inout FilterMentions
    ) -> [Country] {
        list(node).compactMap { node in
            guard let country = country(node, name) else { return nil }
            mentions.all.append(FilterMentions.Mention(kind: kind, name: country.description, place: node.place))
            return country
        }
    }

    private func names(
        _ node: YAMLNode, _ name: String, _ kind: FilterMentions.Mention.Kind, _ mentions: inout FilterMentions
    ) -> [String] {
        list(node).compactMap { node in
            guard let text = text(node, name) else { return nil }
            mentions.all.append(FilterMentions.Mention(kind: kind, name: text, place: node.place))
            return text
        }
    }
}
