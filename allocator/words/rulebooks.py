"""The names of a rulebook's numbers."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    "rulebook.heading": Entry("规则：{name}", "rulebook {name}"),
    "rulebook.rounding.decimals": Entry("计分保留小数位", "decimals kept by every score"),
    "rulebook.eligibility.years": Entry("竞争科长须任职满年数", "full years in rank to contest a chief post"),
    "rulebook.eligibility.dissatisfied_below": Entry("不满意率须低于", "dissatisfied share below"),
    "rulebook.exam.weights": Entry("考试各科权重", "weights of the exam papers"),
    "rulebook.appraisal.weights": Entry("民主测评各项权重", "weights of the appraisal heads"),
    "rulebook.exam.absent": Entry("注明缺考等的单元格如何计分", "what a noted absence from the exam counts"),
    "rulebook.review.grades": Entry("年度考核等次折算的分数", "marks that stand for grades of annual reviews"),
    "absent.error": Entry("不受理，须改填分数", "nothing: it is a fault"),
    "absent.zero": Entry("零分", "a mark of 0"),
    "rulebook.review.years": Entry("年度考核取近几年", "annual reviews that count"),
    "rulebook.quantification.weights": Entry("考评量化各项权重", "weights of the quantification"),
    "rulebook.quantification.bonus": Entry("职级加分", "bonus by rank"),
    "rulebook.speech.drop_highest": Entry("演讲去掉最高分个数", "highest speech marks dropped"),
    "rulebook.speech.drop_lowest": Entry("演讲去掉最低分个数", "lowest speech marks dropped"),
    "rulebook.recommendation.weights": Entry("定岗推荐各类人员权重", "weights of the voter groups"),
    "rulebook.recommendation.floor": Entry("推荐率须达到", "least recommendation rate"),
    "rulebook.composite.weights": Entry("综合考评各项权重", "weights of the composite"),
    "rulebook.applications.caps": Entry("各轮报岗个数上限", "filings allowed in each round"),
    "rulebook.applications.reading": Entry("各轮报岗的关系", "how rounds of filings relate"),
    "rulebook.applications.priority": Entry("先轮优先", "earlier rounds first"),
    "rulebook.clerks.retain": Entry("每科留用原科员上限", "own clerks a section may keep"),
    "rulebook.institution.retain": Entry("每科留用原事业人员上限", "own institution staff a section may keep"),
    "rulebook.institution.required": Entry("未留原科员则须留原事业人员", "required retention in force"),
    "rulebook.institution.composition": Entry("人员结构要求", "composition targets"),
    "rulebook.objective.chiefs": Entry("科长竞岗目标次序", "levels of the chiefs' stage"),
    "rulebook.objective.clerks": Entry("科员定岗目标次序", "levels of the clerks' stage"),
    "rulebook.objective.institution": Entry("事业人员补充目标次序", "levels of the institution stage"),
}
