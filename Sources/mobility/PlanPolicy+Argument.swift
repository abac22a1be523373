import ArgumentParser
import MobilityModel

extension PlanPolicy: ExpressibleByArgument {}
