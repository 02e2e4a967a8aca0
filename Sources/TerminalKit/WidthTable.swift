/// The columns each Unicode scalar takes, as glibc 2.36 (Unicode 15.0) says; ncurses asks glibc.
///
/// Two levels: a page number for each 256 scalars, two characters of six bits; then 86 characters a page, three
/// scalars in each. Both are text so that the compiler stores them as they are. Made from `wcwidth`, which
/// `WidthTests` compares with this table.
enum WidthTable {
  /// Marks a scalar that Unicode 15.0 does not assign.
  static let unassigned: UInt8 = 3

  /// 0, 1 or 2 columns, or `unassigned`.
  @inline(__always)
  static func lookUp(_ scalar: UInt32) -> UInt8 {
    let page = Int(scalar >> 8)
    guard page < 0x314 else { return beyond(scalar) }
    let high = Int(index.utf8Start[2 * page]) - 0x28
    let low = Int(index.utf8Start[2 * page + 1]) - 0x28
    let offset = Int(scalar & 0xFF)
    let triple = pages.utf8Start[(high << 6 | low) * 86 + offset / 3] - 0x28
    return triple >> (2 * UInt8(truncatingIfNeeded: offset % 3)) & 3
  }

  private static func beyond(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0xE0001, 0xE0020...0xE007F, 0xE0100...0xE01EF: 0
    case 0xF0000...0xFFFFD, 0x100000...0x10FFFD: 1
    default: unassigned
    }
  }

  private static let index: StaticString = #"""
    ((()()(*(+(,(-(.(/(0(1(2(3(4(5(6(7(8(9(:()()(;(<(=(>(?(@(A(B()(C(D(E()(F(G(H(I(J()()()(K(L(M(N(O(P(Q(R(S(S(S(S(S\#
    (S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S\#
    (S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(T()(U(V\#
    (W(X(Y(Z(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S([(\(\(\(\(\(\(\(\\#
    ()()()()()()()()()()()()()()()()()()()()()()()()()(S(](^()(_(`(a(b(c(d(e(f(g())()))*)+),)-).)/)0)1)2)3)4)5)6)7)8\#
    )9):);(\)<)=)>)?()()())@)A)B(\(\(\(\(\(\(\(\(\)C()()()())D(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\()())E(\(\(\(\(\(\(\(\(\\#
    (\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\()())F)G(\(\)H)I(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S)J\#
    (S(S(S(S)K)L(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\(\)M(S)N)O(\(\(\(\(\(\(\(\(\)P(\(\(\\#
    (\(\(\(\(\(\(\(\(\(\(\(\(\(\(\)Q)R)S)T)U)V)W)X)Y()())Z(\(\(\(\)[)\)])^(\(\(\(\)_)`)a(\(\)b)c)d(\)e)f)g*(*)***+*,\#
    *-*.*/*0(\(\(\(\(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S\#
    (S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S\#
    (S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S\#
    (S(S(S(S(S(S*1(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S*2*3(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S*4(S(S(S(S(S(S(S(S(S\#
    (S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S*5(\(\(\(\(\(\(\(\(\(\(\(\(S(S*6(\(\(\(\(\(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S(S\#
    (S(S(S*7
    """#

  private static let pages: StaticString = #"""
    ((((((((((8===============================)((((((((((<===============================)==========================\#
    ===========================================================)(((((((((((((((((((((((((((((((((((((<==G=]g==E?====\#
    ==?==============================)===========================================-((================================\#
    =======)================?============G================e=+((((((((((((((,))Ygg?========eG=]ggg+=====)(((9========\#
    =======(((((((=====9=================================)(8)(<8(<=====)====]-==========(((((((((G==================\#
    ===========)(((egggg==============)((<=];)=======)8(((),(d=====?=======-X_===]g?=========]]g7((<=============)((\#
    (((((,(((((((((((==================9<-((<-=((<==-<=========<?==Ge=======E==_G=7=)X?G9ggGg??)G=======-++E=]g]?===\#
    ===]==EEEeD-d7d(gdgG=_gg===)=\ggg8?==E]=======E==??=7=)(+EY_ggggG)G===]gg)((;E==e]?======]==EE=e<,(Ge-gg+eGE-d==\#
    ====ggg;?=e?E=g]Ee?g=g====g?<g=?Y_gGggggG======]g+<9==E]=======]=====e,8=+4(gg+?ee-d===egG===<===?E=======E===?=\#
    7-=]<?Xgg]gGE)G===?gggg+8===E]=============-<-(?E-]g====-d========]<?=====e?=======E==]e==e[g=([==]gG===G]ggg+?=\#
    ==============9)(Xg==-((<===]gggggggggggg]E=E=======]E===<(((e=]5(X?==]?]gggggggggg+========8========-9<====?===\#
    ========e7((((,(,<=(((X((((((((((((?==<=E====gggggggggggg+===============(,(88)========)=)<====-(====9)==<====9=\#
    ============_g_?===============)RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR((((((((((((((((((((((((((((((((((((((((((((((((\#
    ((((((========================E=G==_=e=============]=e===========?]?=]E=G====]=============)=====]=e============\#
    ==========e(=========]G========eg?============================G=]+==============================================\#
    ======e?=============================gg+======(egg?=====-<egg?=====)gggg====E]XgggG=================8((<==<(((8=\#
    =-G===gg===eg+===-(<==]gG=============================egG=)===========9gG=======================ggg+==========58\#
    =8]g-==(g_G=============]?=gggG==============eG========eg?===g===========)=======-<d==================-)(X,-((<=\#
    )((X;===gg===eg?====7((((((((((gggggggggggggggg+(<===============9(8<=<==]G========-((8===5<==========(<8(======\#
    ============-)=,8egg=)==============-((<XG====]G===================]gg==============e===]gg+,(((()(8=<=9-\g+====\#
    ============================================================((((((((((((((((((((((=======e==G============e==G==E\#
    _E==========G=================E====]====]?=E======G]===+===-(<=======e(8================(X(((<G========]====e?==\#
    ========egggg+((((((((((dgggg+==============================================]g==================================\#
    ===)========M>===M>==============================================================MR=>>===)=============gggggggg?\#
    ===ggggggg=====================================================)================================================\#
    ====================================Q)======M>================RRRR==============A======>===M==M>=====B=Q==M=M===\#
    ====>=MN=AA)=M=Q=========A===========A>MB>===================MB=======M====M=====================)=========B====\#
    ============M=A=========]?==========?==================================)========================================\#
    =======================================-8eg==)============]ege==================]gg]gggg;=======egg?=]==E==?=]==\#
    E==?=]==5(((((((((((===============================eggggggggggWRRRRRRRRVRRRRRRRRRRRRRRRRRRRRRRRRRRRRRfggg+RRRRRR\#
    RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRfggggggggRRRRg+RRRRRRRRRRRRRR(PRRRRRURRRRRRRRRR\#
    RRRRRRRRRRRRRRRRRRfHRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR*gWRRRRRRRRRRRRRRSRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRbRRRRRRRRRR\#
    RRRRRRRRRRRRRRRRRRggggRRRRR*RRRRRRRRRRVRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR\#
    R*RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR*RRRRRRRRRRRRRRRRRRRRRRRR\#
    RRRRRRRRRRRRRRRRRRRRRRRgRRRRRRRRRRRRRRRRRRfgg?===============)==============]gggggg?===============(,(((========\#
    ==-<==========================8=]gg+===================================================================]g?_=]ggg\#
    ggggG====)-=<-========)=-g===eg?==================ggG======================)ggG===]g7(((((8====(============-((<\#
    =======-(((<gggGRRRRRRRRRb78===============--(-<====]===]g==9========+=============-(8)-dgg?9==9G===G==========9\#
    ================-)<8=)9gggggggg=====-<==dgg+?=e==G=]ggG==?=]====================g?==============================\#
    ========99=d===eg+RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRbggg7(((((((d7((((((((((((((((g+gggggggg\#
    ggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg+RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR\#
    RRbSRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRbgggggggggggg+==eggg?=gG<=======E=E???====================================\#
    =====ggggg?==============)================================================G=================]ggegggggggggg=====)\#
    (((((PRRbg7(((((RRRRRRRRRRRbRRRRRRVRg?=?============================================e(SRRRRRRRRRRRRRRRRRRRRRRRRR\#
    RRRRRR>==============================]G=]?=e==G]WRR?=]ggg(]+====?========?=====]]=====G====eggggggggggG=========\#
    ===============================]g+=g?==============e?============================]====e_ggggggggggggggg?========\#
    ======Y+ggggggggggggggggggggggggggggggggggggggggggG=========e?===============]gggg7=========g+============ggg===\#
    =======gG============)(gG=========]============eG====eggggggggggggg+============================================\#
    ========]?==]gG===========]g============g+=============egg=================eggg====?====E==??===?====E==?ggggggg\#
    ggggggggggggggg+==================egg?======]ggg==]gggggggG=]==============?==egggggggggggggggggggggg+==G?======\#
    ========?ge=======]========================ggG==]gggggggggggggggG======?gG=)=========e?========egegggggggggggggg\#
    ggggggG==================eG======e===============))4dg(<]=?=========7Xg<==egG==]gg=====================egggggggg\#
    gg============)g?===egg+==================g=========]?========eg========]gg=eggg?=]gggggggggggggggggggggggggg+==\#
    ======================egggggggggggggggggG================]gggg=================gg?=)============(dgg===egggggggg\#
    ggggggggggggggggggggggggggggggggggggggggggggggggggggggggg+gggggggggggggggggggggggggggggggg==========E===========\#
    ==]8Geggggggggggggggggggggggggg+=============egg=======)(((===ggggggg?=====)8=ggggggggggggG=========ggggggG=====\#
    ==egg+9=================-((((8==g?=========9)egg+<===============-(-<=-ggg_?=======]gg===eg+(============(8((X==\#
    ====ggG===========9]gg7<================-((8===(<<====]======]ggg+======?========-898=-gggggggggggggggggggggG==_\#
    =E====]===]gG===============9-((dg===eg+8E==e]?======]==EE=5<9=Ge=Gggeg==e((d+(ggggggggggggggggggggggggggggggggg\#
    ggggggggggggg+==================-((<(9======]9]gggggggggG================-(8<-,<]gg?==]gggggggggggg+gggggggggggg\#
    ggggggggggggggggggggggggggggggG================)X?-,<========)ggggggggggg+=================((898=gggG===gg====eg\#
    ggggG==============,-(8<gg===eggggggggggggggggg+=========78)8(Xg=======]gggggggggggggggggggggggggggggggggggggggg\#
    ggggggggggggggggggggg+===============-((88ggggggggggggggggggggggggggggggggg?===========================gggg)==ee\#
    ==]]==========?7,=9]ggG===ggggggggggggggggggggggg?==G=============-(7<-=egggggggg+)((8=============((-(==-ggG((-\#
    8===============((((,<==egggG========================gg+===?============((4(8<=eggG=========e?==========7(((((((\#
    /(())gggggggggggggggggggggggg+==EE============)(d[X((,ggG===gg==??===========]X-9gg?==]ggggggggggggggggggggggggg\#
    ggg+ggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggG======8=gg+gggggggggggggggggggggg\#
    ggggggggggggggggggggggggggggggggggggGggggg================]gggg)================================================\#
    ===eggggggggggggggggggggggggggggggggg+=====================================?=gggG===============================\#
    ===========)======================]gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg+gggggggggggggg\#
    gggggggggggggggggggggggggggggggggg=================================gggg+===============](((ggggggggggggggggggggg\#
    ggggggggggggggggggggggggggggggggggggggggggggg+=======================]gggggggggggggggggggggggggggggggggggggggggg\#
    ggggggggggggggggggg+===================gg?=========]===eG==========================]===eg?=========e(8ggg+======\#
    ==========((<====eggG===?=]=======gG======ggggggggggggggggggggggggggggggggggggg+ggggggggggggggggggggg?==========\#
    ===================]ggggggggggggggggggggggggggggggggg+=========================g;==================eg7(====egggg\#
    ggggggggggggggggWRdgggbgggg+RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRbg\#
    g+RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRfggggggggggggg+RRRggggggggggggggggggggg\#
    ggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg+gggggggggggggggggggggggggggggggggggggggggggggggggg\#
    ggggggggggggggggggggggggggggggRVRRS+RRRRRRRRRRRbggggggggggggggWbgggggSbggSRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR\#
    RRRRRRRRR*RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRg+================\#
    ===================]g?===]G==]gg===e))Xgggggggggggggggggggggggggggggg+(((((((((((((((d(((((((XggG===============\#
    =======================eggggggggggggggggggg+====================================================================\#
    ==============ggg+=============G====================)<==)((((8)(8=========-(====================egggggg+========\#
    ==============(eggggggggggggggggggggggggggggggggggggggggggggggggggG======eggg+=============================ggg==\#
    ======egggggggggggggggggggggggggggggggggggggggggggg+============================E=======================Eee]?]==\#
    ==_==E===================)==?]?==?=]=========E=?=_G==?=========================================================)\#
    =======================================================e=============================)==========================\#
    ==========================================G================)((((((((((((((((((<-((((((((((((((((<==<====<=]gggg7\#
    (4((((Xgggggggggggggggggggggggggg+==========eggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg\#
    ggggggg+((4(((((d((44(dgggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg+===============g((\#
    <=]?==]g]gggggggggggggggggggggggggggggggggggggggggggggggggggggggggg+gggggggggggggggggggggggggggggggggggggggggggg\#
    gggg==========dggggg==============-(===eg)gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg\#
    ggggG==?]]=====+=================================================================]?==)(Xggggggggggggg+==========\#
    ============-((eG===g?ggggggggggggggggggggggggggggggggggggggggggggggggggggg+gggggggggggggggggggggggggggggggggggg\#
    gG======================egggggggggggggggggggggggg+?===================]ggggggggggggggggggggggggggggggggggggggggg\#
    ggggggggggggggggggggggg+=E========]]eE===?]EggeG_E]]eE_E?_?]==E=?]E===?=====gG]=]=====]ggggggggggggggggg]gggg+=A\#
    ============]g=================================eggg?====e=====?====F============ggg+============================\#
    ===================AQRRB======ggggggggggggggggggG========)RggggSRRRRRRRRRRRRRRgSRRfgWfggggRRgggggggggggggggggggg\#
    ggggggggggggggggggggggggggggggg+RRRRRRRRRRR====RRRQRRRRRRRRRRRRRRRRRRRRRRBRRRRRRR>===QRRRRRRRRRRRRRB=RB===MRRRRR\#
    >AMRR*RRRRRRRRRRRRRRRRRRRRRARRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR>*RRRRRRRRRRRRRRRRRRRR\#
    B====RNRRRRRRRB=====M========M>===M============================MR*RRRRRRRRRRRRRRRRRRRRRRRRRRB===============MRRR\#
    RRRRRRRRRRRRRRRRRRRR==>Q>RgWB===Qg=QRRf+======================================]gggG=============================\#
    egWRRRbgfgggg+====g?==================ggG===gg=============egg==========Geggggggggggggggggggggggggg+====RRRRRRRR\#
    RRRRRRRBRRRNRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR*============================gggg====]S\#
    RgRbWRRgggRRRRRRRRRbWRRRfgRRgggSRRbgWRRfggRRfgg+=================================================?==============\#
    ===]gggggggggggg===eg+RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRbgggggggggg+RRRR\#
    RRRRRRRRRRRRRRRggSRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR*RRRRRRRRRRWRRRRRRRRRRRRRRRRRRR\#
    RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRR*RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRgg\#
    ggWRRRRRRRRRRRRRRRRRRRRRRRRRR*RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRggggggg\#
    ggg+RRRRRRRRRRggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg+RRRRRRRRRRRRRRRRRRRRRR\#
    RRRgggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg+
    """#
}
