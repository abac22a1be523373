import MobilityModel

extension Setting {
    func priorities(_ node: YAMLNode, _ mentions: inout FilterMentions) -> [Priority] {
        var result: [Priority] = []
        for node in list(node) {
            let values = mapping(node, "priorities", keys: ["who", "where", "add"])
            guard node.entries != nil else { continue }
            let who = values["who"].map { self.who($0, "who", &mentions) } ?? Who()
            let place = values["where"].map { self.place($0, &mentions) } ?? Where()
            guard let add = values["add"] else {
                missing("add", in: "priorities", at: node.place)
                continue
            }
            guard let points = number(add, "add", in: -Limits.points...Limits.points) else { continue }
            result.append(Priority(who: who, place: place, add: points))
        }
        return result
    }

    func rules(_ node: YAMLNode, _ mentions: inout FilterMentions) -> [Rule] {
        var result: [Rule] = []
        var lines: [String: Int] = [:]
        for node in list(node) {
            guard let (rule, place) = rule(node, &mentions) else { continue }
            if let line = lines[rule.id.text] {
                log.error("duplicate_id", at: place, "the id \(Excerpt.quoted(rule.id.text)) is that of the rule in line \(line) already")
                continue
            }
            lines[rule.id.text] = place.line
            result.append(rule)
        }
        return result
    }

    private func rule(_ node: YAMLNode, _ mentions: inout FilterMentions) -> (Rule, Place)? {
        let values = mapping(node, "rules", keys: ["id", "kind", "count", "share", "who", "of", "where", "penalty"])
        guard node.entries != nil else { return nil }
        for key in ["id", "kind"] where values[key] == nil { missing(key, in: "rules", at: node.place) }
        let id = values["id"].flatMap { text($0, "id") }
        let kind = values["kind"].flatMap {
            value($0, "kind") { bytes throws(Complaint) in try Decode.choice(bytes, of: Rule.Kind.self) }
        }
        let target = target(node, values)
        let who = values["who"].map { self.who($0, "who", &mentions) } ?? Who()
        let of = values["of"].map { self.who($0, "of", &mentions) } ?? Who()
        let place = values["where"].map { self.place($0, &mentions) } ?? Where()
        var penalty: Int?
        if let node = values["penalty"] {
            penalty = number(node, "penalty", in: 1...Limits.points)
            if penalty == nil { return nil }
        }
        guard let id, let kind, let target else { return nil }
        guard !id.isEmpty else {
            log.error("missing_value", at: values["id"]?.place ?? node.place, "`id`: is empty, expected a name for the rule")
            return nil
        }
        let rule = Rule(id: Rule.ID(id), kind: kind, target: target, who: who, of: of, place: place, penalty: penalty)
        return (rule, values["id"]?.place ?? node.place)
    }

    private func target(_ node: YAMLNode, _ values: [String: YAMLNode]) -> Rule.Target? {
        switch (values["count"], values["share"]) {
        case (let count?, nil): return number(count, "count", in: 0...Limits.count).map { .count($0) }
        case (nil, let share?):
            return value(share, "share") { bytes throws(Complaint) in try Decode.share(bytes) }.map { .share($0) }
        case (nil, nil): log.error("missing_key", at: node.place, "`rules` has neither `count` nor `share`, one of which is required")
        case (_, let share?): log.error("wrong_type", at: share.place, "`share` stands beside `count`, expected one of them")
        }
        return nil
    }
}
