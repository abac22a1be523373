* Two farm seasons
* scenario two-seasons, input digest 85ae24064540e5e4a2090f3fcad8ed910a419d0275081726c80bfb280a62333c
* term placements, maximised: its negative is what the file minimises
*
* x.c1.v0.g2.a5 people of c1 in the state v0 who take up g2 and apply as a5 says; t.c1.v0.s3.v4 who attend s3 and are in v4 then
* a5.k7.2027-05 cycles of a5 applied for at k7 in May 2027; o6 cycles of a kind; q8.l9 cycles of q8 that take a place of l9
* open.g2, open.s3 whether it takes place; short.r9 placements short or over; pay.f10.h11 what h11 pays of f10
* wait.c1.v4.1 who are still in v4 at its point 1, pass.c1.v4 who go on to another state for nothing; v0 is before the first cycle
*
* c1 candidate awa, 2 people
* c2 candidate bakary
* g1 request farm-2026, 3 places
* g2 request farm-2027, 2 places
* s1 session es-a1
* k1 consulate bamako-2026
* k2 consulate bamako-2027
* l1 quota line spain-2026
* l2 quota line spain-2027
* r1 rule women
* h1 fund programme
* f1 costs that h1 may pay, in 500000 cents
NAME two-seasons.placements
ROWS
 N objective
 L places.g1
 L places.g2
 L seats.s1
 L visas.k1.2026-05
 L visas.k2.2027-05
 L quota.l1
 L quota.l2
 G rule.r1
 E due.f1
 L spending.f1
 L fund.h1
 L at.c1.v0.0
 L at.c1.v1.0
 E choose.a1
 E choose.q1
 E count.o1
 E choose.a2
 E choose.q2
 E count.o4
 L at.c2.v0.0
 E at.c2.v1.0
 E count.o5
COLUMNS
 MARKER 'MARKER' 'INTORG'
 open.s1 seats.s1 -3 due.f1 0.1
 x.c1.v0.g1.a1 objective -1 at.c1.v0.0 1
 x.c1.v0.g1.a1 at.c1.v1.0 -1 choose.a1 1
 x.c1.v0.g1.a1 count.o1 1 places.g1 1
 x.c1.v1.g2.a2 objective -1 at.c1.v1.0 1
 x.c1.v1.g2.a2 choose.a2 1 count.o4 1
 x.c1.v1.g2.a2 places.g2 1
 t.c2.v0.s1.v1 at.c2.v0.0 1 at.c2.v1.0 -1
 t.c2.v0.s1.v1 seats.s1 1 due.f1 0.06
 x.c2.v1.g1.a1 objective -1 at.c2.v1.0 1
 x.c2.v1.g1.a1 choose.a1 1 count.o5 1
 x.c2.v1.g1.a1 places.g1 1
 a1.k1.2026-05 choose.a1 -1 visas.k1.2026-05 1
 a1.k1.2026-05 due.f1 0.016
 q1.l1 choose.q1 -1 quota.l1 1
 a2.k2.2027-05 choose.a2 -1 visas.k2.2027-05 1
 a2.k2.2027-05 due.f1 0.016
 q2.l2 choose.q2 -1 quota.l2 1
 MARKER 'MARKER' 'INTEND'
 pay.f1.h1 due.f1 -1 fund.h1 1
 pay.f1.h1 spending.f1 1
 o1 count.o1 -1 choose.q1 1
 o1 due.f1 0.296 rule.r1 2
 o4 count.o4 -1 choose.q2 1
 o4 due.f1 0.296 rule.r1 2
 o5 count.o5 -1 choose.q1 1
 o5 due.f1 0.296 rule.r1 -1
RHS
 RHS places.g1 3
 RHS places.g2 2
 RHS visas.k1.2026-05 10
 RHS visas.k2.2027-05 10
 RHS quota.l1 3
 RHS quota.l2 5
 RHS spending.f1 4
 RHS fund.h1 4
 RHS at.c1.v0.0 2
 RHS at.c2.v0.0 1
BOUNDS
 UP BND open.s1 1
 UP BND pay.f1.h1 4
 UP BND o1 5
 UP BND x.c1.v0.g1.a1 2
 UP BND o4 5
 UP BND x.c1.v1.g2.a2 2
 UP BND t.c2.v0.s1.v1 1
 UP BND o5 5
 UP BND x.c2.v1.g1.a1 1
 UP BND a1.k1.2026-05 10
 UP BND q1.l1 3
 UP BND a2.k2.2027-05 10
 UP BND q2.l2 5
ENDATA
